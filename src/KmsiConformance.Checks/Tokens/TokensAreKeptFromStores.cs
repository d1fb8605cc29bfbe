using KmsiConformance.Checks.Pages;
using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>The answer that brings tokens says that nobody may store it (N-17).</summary>
public sealed class TokensAreKeptFromStores(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"the tokens of {app} come with Cache-Control: no-store";
        return evidence.All.OfType<TokensReceived>().LastOrDefault(received => received.App == app) is { } tokens
            ? Judgement.Of(Stores.AreForbidden(tokens.CacheControl), expected, $"the answer {Stores.Said(tokens.CacheControl)}")
            : Judgement.CantTell(expected, $"cannot tell: {app} got no tokens from the token endpoint");
    }
}
