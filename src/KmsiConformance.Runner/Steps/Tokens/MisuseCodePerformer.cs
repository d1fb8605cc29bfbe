using KmsiConformance.Apps;
using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Suite.Steps.Tokens;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Tokens;

/// <summary>Has somebody else, or the app in a wrong way, try the app's next code.</summary>
internal sealed class MisuseCodePerformer : StepPerformer<MisuseCodeStep>
{
    protected override async Task PerformAsync(
        World world, MisuseCodeStep step, string profile, CancellationToken cancellation)
    {
        var app = world.App(step.App);
        if (!app.MisuseNextCode(new CodeMisuse(step.With, step.By is { } by ? world.App(by) : null, step.IsLate)))
            throw new MissingEvidenceException($"{step.App} is not an app whose code can be intercepted");
        await world.OpenAsync(app.ProtectedPage(new AppVisit()), cancellation);
        if (step.IsLate)
        {
            await world.MoveClockAsync(MisuseCodeStep.Late, cancellation);
            if (!await app.ExchangeLateAsync()) throw new MissingEvidenceException($"{step.App} got no code that it could have kept");
        }
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, MisuseCodeStep step, string profile) =>
        
    [
        step.IsLate ? new CodeEndsSoon(step.App)
            : step.IsInTheAddress ? new TokensAreGivenForBodiesAlone(step.App)
            : new CodeIsOfNoUseToOthers(step.App),
    ];
}
