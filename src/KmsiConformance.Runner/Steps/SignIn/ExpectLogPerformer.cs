using KmsiConformance.Checks;
using KmsiConformance.Checks.StaySignedIn;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.SignIn;

/// <summary>Reads the target's sign-in log.</summary>
internal sealed class ExpectLogPerformer : StepPerformer<ExpectLogStep>
{
    protected override async Task PerformAsync(
        World world, ExpectLogStep step, string profile, CancellationToken cancellation)
    {
        if (world.Target.SignInLog is { } log && await log.ReadAsync(cancellation) is var rows)
            world.Ledger.Append(new SignInLogRead([.. rows.Where(row => row.LoggedAt >= world.Start)]));
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, ExpectLogStep step, string profile) =>
        [new SignInLogCounts(step.Code, step.Times, step.User is null ? null : world.UserName(step.User))];
}
