using KmsiConformance.Checks;
using KmsiConformance.Checks.Pages;
using KmsiConformance.Suite.Steps.Pages;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Pages;

/// <summary>Looks for what opens the session where it must not be.</summary>
internal sealed class ExpectNoSessionPerformer : StepPerformer<ExpectNoSessionStep>
{
    protected override async Task PerformAsync(
        World world, ExpectNoSessionStep step, string profile, CancellationToken cancellation)
    {
        await world.SeekSessionAsync(step.In, cancellation);
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, ExpectNoSessionStep step, string profile) =>
        [new SessionIsNotNamed(step.In)];
}
