using KmsiConformance.Checks;
using KmsiConformance.Checks.Renewal;
using KmsiConformance.Suite.Steps.Tokens;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Tokens;

/// <summary>Has a single-page app renew its tokens.</summary>
internal sealed class RenewPerformer : StepPerformer<RenewStep>
{
    protected override async Task PerformAsync(
        World world, RenewStep step, string profile, CancellationToken cancellation)
    {
        await world.OpenAsync(world.App(step.App).RenewalPage ?? throw new ScenarioException($"{step.App} is no single-page app."),
            cancellation);
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, RenewStep step, string profile) =>
        [RenewalCheck.For(step.Expect.For(profile), step.App)];
}
