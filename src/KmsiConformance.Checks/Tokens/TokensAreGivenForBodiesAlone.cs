using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// A token request whose code stands in its address gets no tokens, whatever it gets instead: addresses are written into logs and histories
/// (RFC 6749, 2.3.1 and 3.2).
/// </summary>
/// <param name="app">The app whose code it is.</param>
public sealed class TokensAreGivenForBodiesAlone(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "refused: tokens are given for what is posted in a body, never for what stands in an address";
        if (evidence.Step.OfType<CodeMisused>().LastOrDefault(misused => misused.App == app) is not { } tried)
            return Judgement.CantTell(Expected, $"cannot tell: {app} got no code that could be tried");
        if (tried.Accepted) return Judgement.Of(false, Expected, $"the login endpoint gave tokens for it ({tried.With})");
        return tried.Status is 0 or >= 500
            ? Judgement.CantTell(Expected, $"cannot tell: the token endpoint failed ({tried.Status})")
            : Judgement.Of(true, Expected, $"refused with {tried.Error ?? $"status {tried.Status}"}");
    }
}
