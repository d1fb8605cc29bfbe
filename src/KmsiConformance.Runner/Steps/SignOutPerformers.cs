using KmsiConformance.Checks;
using KmsiConformance.Checks.SignOut;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Worlds;
using KmsiConformance.Worlds.Apps;

namespace KmsiConformance.Runner.Steps;

/// <summary>Calls the app's sign-out.</summary>
internal sealed class SignOutPerformer : StepPerformer<SignOutStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, SignOutStep step, string profile, CancellationToken cancellation)
    {
        world.Ledger.Append(new SignOutStarted(step.App));
        await world.OpenAsync(world.App(step.App).SignOutPage(new SignOutRequest(step.Manner)), cancellation);
        return [SignOutCheck.For(step.Expect.For(profile), step.App)];
    }
}

/// <summary>Looks at who was told of the last sign-out.</summary>
internal sealed class ExpectNotifiedPerformer : StepPerformer<ExpectNotifiedStep>
{
    protected override Task<IReadOnlyList<Check>> PerformAsync(World world, ExpectNotifiedStep step, string profile, CancellationToken cancellation)
    {
        var times = step.Demanded(profile);
        IReadOnlyList<Check> checks = step.App is { } app
            ? times == 0 ? [new AppIsNotNotified(app)] : [new AppIsNotified(app, times), new NotificationIsAGetRequest(), new NotifiedBeforeTheBrowserLeaves()]
            : [new EveryAppOfTheSessionIsNotifiedOnce(), new NoOtherAppIsNotified(), new NotificationIsAGetRequest(), new NotifiedBeforeTheBrowserLeaves()];
        return Task.FromResult(checks);
    }
}
