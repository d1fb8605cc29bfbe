using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Suite.Steps.Tokens;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Tokens;

/// <summary>Has the app try its last code again.</summary>
internal sealed class ReplayCodePerformer : StepPerformer<ReplayCodeStep>
{
    protected override async Task PerformAsync(
        World world, ReplayCodeStep step, string profile, CancellationToken cancellation)
    {
        if (!await world.App(step.App).ReplayCodeAsync()) throw new MissingEvidenceException($"{step.App} has not received a code so far");
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, ReplayCodeStep step, string profile) =>
        [new CodeWorksOnlyOnce(step.App)];
}
