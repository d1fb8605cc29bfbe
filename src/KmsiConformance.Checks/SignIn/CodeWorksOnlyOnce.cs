using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.SignIn;

/// <summary>A code that was exchanged is worth nothing afterwards (RFC 6749, 4.1.2).</summary>
public sealed class CodeWorksOnlyOnce(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "refused: a code that was exchanged is worth nothing";
        if (evidence.Step.OfType<CodeReplayed>().LastOrDefault(replayed => replayed.App == app) is not { } replay)
            return Judgement.CantTell(Expected, "cannot tell: no code was tried again");
        var actual = replay.Accepted ? "the login endpoint gave tokens for it again" : $"refused with {replay.Error}";
        return Judgement.Of(!replay.Accepted, Expected, actual);
    }
}
