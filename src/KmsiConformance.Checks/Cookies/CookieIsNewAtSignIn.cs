using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>
/// The cookie's value is none that the browser held before the last sign-in: whoever had planted or seen one would hold the
/// session otherwise.
/// </summary>
public sealed class CookieIsNewAtSignIn(MeantCookie meant) : CookieCheck(meant,
    $"{meant} has a value that was not there before the sign-in")
{
    private readonly string _expected = $"{meant} has a value that was not there before the sign-in";

    public override Judgement Judge(Evidence evidence)
    {
        var posted = SignIn(evidence);
        if (posted is null) return Judgement.CantTell(_expected, "cannot tell: nobody has signed in");
        return evidence.All.OfType<CookiesRead>().Any(read => read.Sequence < posted.Sequence)
            ? base.Judge(evidence)
            : Judgement.CantTell(_expected, "cannot tell: the browser's cookie store was not read before the sign-in");
    }

    protected override bool Meets(CookieChanged cookie, Evidence evidence) => !evidence.All.OfType<CookieChanged>().Any(before =>
        before.Sequence < SignIn(evidence)!.Sequence && before.Identity == cookie.Identity
        && before.ValueFingerprint == cookie.ValueFingerprint);

    protected override string Seen(CookieChanged cookie, Evidence evidence) =>
        $"{cookie.Name} has {(Meets(cookie, evidence) ? "a value that was not there before" : "the value that it had before the sign-in")}";

    private static CredentialsPosted? SignIn(Evidence evidence) => evidence.All.OfType<CredentialsPosted>().LastOrDefault();
}
