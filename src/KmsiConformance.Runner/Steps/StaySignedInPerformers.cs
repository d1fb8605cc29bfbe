using KmsiConformance.Checks;
using KmsiConformance.Checks.SecondFactor;
using KmsiConformance.Checks.StaySignedIn;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps;

/// <summary>Looks at whether the last sign-in asked the user whether to stay signed in, and when.</summary>
internal sealed class ExpectQuestionPerformer : StepPerformer<ExpectQuestionStep>
{
    protected override Task<IReadOnlyList<Check>> PerformAsync(World world, ExpectQuestionStep step, string profile, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Check>>(step.Shown ? [new QuestionIsAsked(), new QuestionComesAfterTheCredentials()] : [new QuestionIsNotAsked()]);
}

/// <summary>Looks at whether the last sign-in asked for a second factor.</summary>
internal sealed class ExpectSecondFactorPerformer : StepPerformer<ExpectSecondFactorStep>
{
    protected override Task<IReadOnlyList<Check>> PerformAsync(World world, ExpectSecondFactorStep step, string profile, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Check>>([step.Asked ? new SecondFactorIsAsked() : new SecondFactorIsNotAsked()]);
}

/// <summary>Reads the target's sign-in log.</summary>
internal sealed class ExpectLogPerformer : StepPerformer<ExpectLogStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, ExpectLogStep step, string profile, CancellationToken cancellation)
    {
        if (await world.Target.SignInLogAsync(cancellation) is { } rows)
            world.Ledger.Append(new SignInLogRead([.. rows.Where(row => row.LoggedAt >= world.Start)]));
        return [new SignInLogCounts(step.Code, step.Times, step.User is null ? null : world.Target.User(step.User).UserName)];
    }
}
