using KmsiConformance.Apps;
using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Suite.Steps.Tokens;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Tokens;

/// <summary>Has the app show who it is by HTTP Basic when it exchanges its next code.</summary>
internal sealed class ExchangeCodePerformer : StepPerformer<ExchangeCodeStep>
{
    protected override async Task PerformAsync(
        World world, ExchangeCodeStep step, string profile, CancellationToken cancellation)
    {
        var app = world.App(step.App);
        if (!app.ExchangeNextByBasic()) throw new MissingEvidenceException($"{step.App} has no secret that it could show");
        await world.OpenAsync(app.ProtectedPage(new AppVisit()), cancellation);
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, ExchangeCodeStep step, string profile) =>
        [new ClientIdMayStandBesideBasic(step.App)];
}
