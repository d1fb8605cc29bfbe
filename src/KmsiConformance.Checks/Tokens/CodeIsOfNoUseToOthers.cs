using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>A code is worth nothing to those, and in ways, that it was not given for (RFC 6749, 4.1.3; RFC 7636, 4.6).</summary>
public sealed class CodeIsOfNoUseToOthers(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "refused: a code is bound to the client with its secret, the address, policy and verifier of its request";
        if (evidence.Step.OfType<CodeMisused>().LastOrDefault(misused => misused.App == app) is not { } tried)
            return Judgement.CantTell(Expected, $"cannot tell: {app} got no code that could be tried");
        return TokenRefusal.Judge(
            Expected, tried.Accepted, tried.Error, $"the login endpoint gave tokens for it ({tried.With})",
            error => TokenRefusal.OfACode(error, aboutTheClient: tried.With.EndsWith("-secret", StringComparison.Ordinal)));
    }
}
