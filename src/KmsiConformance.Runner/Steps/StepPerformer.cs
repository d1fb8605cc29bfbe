using KmsiConformance.Checks;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps;

/// <summary>Does what one kind of step says, and names the checks that then judge it.</summary>
internal abstract class StepPerformer
{
    /// <summary>The kind of step.</summary>
    public abstract Type Kind { get; }

    /// <summary>Does the step and answers with the checks that judge it; none for a step that only acts.</summary>
    public abstract Task<IReadOnlyList<Check>> PerformAsync(World world, Step step, string profile, CancellationToken cancellation);

    /// <summary>All kinds of steps and who performs them.</summary>
    public static readonly IReadOnlyDictionary<Type, StepPerformer> All = new StepPerformer[]
    {
        new SignInPerformer(),
        new OpenPerformer(),
        new ReplayCodePerformer(),
        new MisuseCodePerformer(),
        new RefreshPerformer(),
        new ExpectTokenPerformer(),
        new SignOutPerformer(),
        new SignInAtPerformer(),
        new ExpectAskedPerformer(),
        new WaitPerformer(),
        new WaitUntilPerformer(),
        new RestartBrowserPerformer(),
        new ForgetAppPerformer(),
        new ChangeCookiePerformer(),
        new ExpectCookiePerformer(),
        new ExpectNoCookiePerformer(),
        new ExpectPagePerformer(),
        new ExpectQuestionPerformer(),
        new ExpectSecondFactorPerformer(),
        new ExpectLogPerformer(),
        new ExpectSessionStatePerformer(),
        new ExpectSessionIdPerformer(),
        new ExpectLogoutTokenPerformer(),
        new ExpectNotifiedPerformer(),
        new RenewPerformer(),
    }.ToDictionary(performer => performer.Kind);
}

/// <summary>A performer of steps of one type.</summary>
internal abstract class StepPerformer<T> : StepPerformer where T : Step
{
    protected static readonly IReadOnlyList<Check> NoChecks = [];

    public override Type Kind => typeof(T);

    public override Task<IReadOnlyList<Check>> PerformAsync(World world, Step step, string profile, CancellationToken cancellation) =>
        PerformAsync(world, (T)step, profile, cancellation);

    protected abstract Task<IReadOnlyList<Check>> PerformAsync(World world, T step, string profile, CancellationToken cancellation);
}
