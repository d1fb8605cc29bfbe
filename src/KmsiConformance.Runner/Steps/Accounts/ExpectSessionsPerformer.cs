using KmsiConformance.Checks;
using KmsiConformance.Checks.Pages;
using KmsiConformance.Suite.Steps.Accounts;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Accounts;

/// <summary>Has a user look at the page that lists their sessions.</summary>
internal sealed class ExpectSessionsPerformer : StepPerformer<ExpectSessionsStep>
{
    protected override async Task PerformAsync(
        World world, ExpectSessionsStep step, string profile, CancellationToken cancellation)
    {
        await world.ListSessionsAsync(step.User, cancellation);
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, ExpectSessionsStep step, string profile) =>
        [new SessionsAreListed(step.Number)];
}
