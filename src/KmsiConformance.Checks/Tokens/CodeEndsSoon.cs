using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>A code that nobody has used is worth nothing after ten minutes (RFC 6749, 4.1.2).</summary>
public sealed class CodeEndsSoon(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "refused: a code is worth nothing any more after ten minutes";
        if (evidence.Step.OfType<CodeMisused>().LastOrDefault(misused => misused.App == app) is not { } tried)
            return Judgement.CantTell(Expected, $"cannot tell: {app} got no code that it could keep so long");
        return TokenRefusal.Judge(
            Expected, tried.Accepted, tried.Error, "the login endpoint gave tokens for it", error => error == TokenRefusal.OfTheGrant);
    }
}
