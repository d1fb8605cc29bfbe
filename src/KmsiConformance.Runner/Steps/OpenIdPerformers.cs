using KmsiConformance.Checks;
using KmsiConformance.Checks.OpenId;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps;

/// <summary>Looks at the last answer to an app.</summary>
internal sealed class ExpectSessionStatePerformer : StepPerformer<ExpectSessionStateStep>
{
    protected override Task<IReadOnlyList<Check>> PerformAsync(World world, ExpectSessionStateStep step, string profile, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Check>>([new SessionStateComesWithTheAnswer(step.App)]);
}

/// <summary>Looks at the last call to an app's LogoutUrl.</summary>
internal sealed class ExpectSessionIdPerformer : StepPerformer<ExpectSessionIdStep>
{
    protected override Task<IReadOnlyList<Check>> PerformAsync(World world, ExpectSessionIdStep step, string profile, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Check>>([new NotificationNamesTheSession(step.App)]);
}

/// <summary>Looks at what an app's server was told by the login endpoint's.</summary>
internal sealed class ExpectLogoutTokenPerformer : StepPerformer<ExpectLogoutTokenStep>
{
    protected override Task<IReadOnlyList<Check>> PerformAsync(World world, ExpectLogoutTokenStep step, string profile, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Check>>([new LogoutTokenArrives(step.App, step.Times)]);
}
