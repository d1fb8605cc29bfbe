using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps.Tokens;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Tokens;

/// <summary>Has the app use its refresh token.</summary>
internal sealed class RefreshPerformer : StepPerformer<RefreshStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(
        World world, RefreshStep step, string profile, CancellationToken cancellation)
    {
        if (!await world.App(step.App).RefreshAsync()) throw new MissingEvidenceException($"{step.App} has no refresh token");
        return [.. Checks(JudgedWorld.Of(world), step, profile)];
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, RefreshStep step, string profile) =>
        step.Expect.For(profile) is var expected && expected.StartsWith(VisitOutcomes.ErrorLead, StringComparison.Ordinal)
            ? [new RefreshIsRefused(step.App, expected[VisitOutcomes.ErrorLead.Length..])]
            : [new RefreshGivesNewTokens(step.App)];
}
