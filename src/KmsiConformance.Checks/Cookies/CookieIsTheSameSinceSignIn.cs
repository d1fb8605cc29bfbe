using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The cookie has the value that the last sign-in left it with: whoever compares notices no change where there is none.</summary>
public sealed class CookieIsTheSameSinceSignIn(MeantCookie meant) : CookieCheck(meant, Demand(meant))
{
    private readonly MeantCookie _meant = meant;

    public override Judgement Judge(Evidence evidence)
    {
        if (SignIn(evidence) is not { } posted) return Judgement.CantTell(Demand(_meant), "cannot tell: nobody has signed in");
        return evidence.All.OfType<CookiesRead>().Any(read => read.Sequence > posted.Sequence && read.Step == posted.Step)
            ? base.Judge(evidence)
            : Judgement.CantTell(Demand(_meant), "cannot tell: the browser's cookie store was not read after the sign-in");
    }

    protected override bool Meets(CookieChanged cookie, Evidence evidence) => evidence.All.OfType<CookieChanged>().LastOrDefault(left =>
        left.Step <= SignIn(evidence)!.Step && left.Identity == cookie.Identity)?.ValueFingerprint == cookie.ValueFingerprint;

    protected override string Seen(CookieChanged cookie, Evidence evidence) =>
        $"{cookie.Name} has {(Meets(cookie, evidence) ? "the same value" : "another value")}";

    private static string Demand(MeantCookie meant) => $"{meant} has the value that it had after the sign-in";

    // One that was refused is none.
    private static CredentialsPosted? SignIn(Evidence evidence) => evidence.All.OfType<CredentialsPosted>().LastOrDefault(posted =>
        evidence.All.Any(seen => seen is AppSessionStarted && seen.Step == posted.Step && seen.Sequence > posted.Sequence));
}
