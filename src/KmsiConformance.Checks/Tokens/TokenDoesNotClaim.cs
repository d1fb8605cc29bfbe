using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>acr says how the user was signed in, and not what the app would have liked (Core, 2; 5.5.1.1).</summary>
/// <param name="app">The app whose last token is looked at.</param>
/// <param name="acr">What nobody has done.</param>
public sealed class TokenDoesNotClaim(string app, string acr) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"the token of {app} does not claim the acr {acr}, which nobody has satisfied";
        if (evidence.All.OfType<AppSessionStarted>().LastOrDefault(started => started.App == app) is not { } last)
            return Judgement.CantTell(expected, $"cannot tell: {app} has no token");
        if (evidence.All.OfType<AppVisited>().LastOrDefault(visited => visited.App == app) is { HasSession: false } asked
            && asked.Sequence > last.Sequence)
            return Judgement.CantTell(expected, $"cannot tell: the last visit to {app} brought no token");
        var claimed = last.Claims.GetValueOrDefault("acr");
        return Judgement.Of(claimed != acr, expected, claimed is null ? "it has no acr" : $"its acr is {claimed}");
    }
}
