using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps.Tokens;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Tokens;

/// <summary>Has the app use its refresh token: its server, or the page that keeps it.</summary>
internal sealed class RefreshPerformer : StepPerformer<RefreshStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(
        World world, RefreshStep step, string profile, CancellationToken cancellation)
    {
        var app = world.App(step.App);
        var before = world.Ledger.Count;
        if (app.RefreshPage is { } page) await world.OpenAsync(page, cancellation);
        if (!(app.RefreshPage is null ? await app.RefreshAsync() : world.Seen(before).OfType<AppRefreshed>().Any()))
            throw new MissingEvidenceException($"{step.App} has no refresh token");
        return [.. Checks(JudgedWorld.Of(world), step, profile)];
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, RefreshStep step, string profile) =>
        step.Expect.For(profile) is var expected && expected.StartsWith(VisitOutcomes.ErrorLead, StringComparison.Ordinal)
            ? [new RefreshIsRefused(step.App, expected[VisitOutcomes.ErrorLead.Length..])]
            : [new RefreshGivesNewTokens(step.App)];
}
