using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>
/// The cookie is gone after the sign-out, or has another value than any that it had before: whoever compares notices the sign-out.
/// </summary>
public sealed class CookieIsAnotherAfterSignOut(MeantCookie meant) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"{meant} is gone since the sign-out, or has a value that was not there before";
        if (evidence.All.OfType<SignOutStarted>().LastOrDefault() is not { } signOut)
            return Judgement.CantTell(expected, "cannot tell: nobody has signed out");
        if (!StoredCookies.WereRead(evidence)) return Judgement.CantTell(expected, "cannot tell: the browser's cookie store was not read");
        List<CookieChanged> before =
            [.. evidence.All.OfType<CookieChanged>().Where(meant.Is).Where(seen => seen.Sequence < signOut.Sequence)];
        if (before.Count == 0) return Judgement.CantTell(expected, "cannot tell: there was no such cookie before the sign-out");
        var same = StoredCookies.Of(evidence, meant).FirstOrDefault(now => before.Exists(then =>
            then.Identity == now.Identity && then.ValueFingerprint == now.ValueFingerprint));
        return same is null
            ? Judgement.Of(true, expected, "it is")
            : Judgement.Of(false, expected, $"{same.Name} has a value that it had before the sign-out");
    }
}
