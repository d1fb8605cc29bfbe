using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Suite.Steps.Tokens;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Tokens;

/// <summary>Has the app use its refresh token.</summary>
internal sealed class RefreshPerformer : StepPerformer<RefreshStep>
{
    private const string Error = "error: ";

    protected override async Task<IReadOnlyList<Check>> PerformAsync(
        World world, RefreshStep step, string profile, CancellationToken cancellation)
    {
        if (!await world.App(step.App).RefreshAsync()) throw new MissingEvidenceException($"{step.App} has no refresh token");
        var expected = step.Expect.For(profile);
        return expected.StartsWith(Error, StringComparison.Ordinal)
            ? [new RefreshIsRefused(step.App, expected[Error.Length..])]
            : [new RefreshGivesNewTokens(step.App)];
    }
}
