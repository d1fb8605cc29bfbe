using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Checks.SignOut;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps;

/// <summary>Opens the app and, when the login endpoint asks, fills in its page. When it does not ask, the check says so.</summary>
internal sealed class SignInPerformer : StepPerformer<SignInStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, SignInStep step, string profile, CancellationToken cancellation)
    {
        var before = world.Ledger.Count;
        var page = await world.OpenAsync(world.App(step.App).ProtectedPage(null, null), cancellation);
        if (page.Kind == "credentials")
        {
            await world.SubmitCredentialsAsync(world.Target.User(step.User), step.KeepMeSignedIn, step.WrongPassword, cancellation);
            if (world.Ledger.Since(before).OfType<AppSessionStarted>().Any()) world.SignedInAt = world.Clock.GetUtcNow();
        }

        return [VisitChecks.For(step.Expect.For(profile), step.App)];
    }
}

/// <summary>Visits a protected page and leaves whatever it shows as it is.</summary>
internal sealed class OpenPerformer : StepPerformer<OpenStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, OpenStep step, string profile, CancellationToken cancellation)
    {
        await world.OpenAsync(world.App(step.App).ProtectedPage(step.Prompt, step.MaxAge), cancellation);
        return [VisitChecks.For(step.Expect.For(profile), step.App)];
    }
}

/// <summary>Calls the app's sign-out.</summary>
internal sealed class SignOutPerformer : StepPerformer<SignOutStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, SignOutStep step, string profile, CancellationToken cancellation)
    {
        await world.OpenAsync(world.App(step.App).SignOutPage, cancellation);
        return [new SignOutCompletes(step.App)];
    }
}
