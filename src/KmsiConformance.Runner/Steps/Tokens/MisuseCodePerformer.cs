using KmsiConformance.Apps;
using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Suite.Steps.Tokens;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Tokens;

/// <summary>Has somebody else, or the app in a wrong way, try the app's next code.</summary>
internal sealed class MisuseCodePerformer : StepPerformer<MisuseCodeStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(
        World world, MisuseCodeStep step, string profile, CancellationToken cancellation)
    {
        var app = world.App(step.App);
        if (!app.MisuseNextCode(new CodeMisuse(step.With, step.By)))
            throw new MissingEvidenceException($"{step.App} is not an app whose code can be intercepted");
        await world.OpenAsync(app.ProtectedPage(new AppVisit()), cancellation);
        return [.. Checks(JudgedWorld.Of(world), step, profile)];
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, MisuseCodeStep step, string profile) =>
        [new CodeIsOfNoUseToOthers(step.App)];
}
