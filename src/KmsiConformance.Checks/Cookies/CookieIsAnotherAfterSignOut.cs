using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>
/// The cookie is gone after the sign-out, or has another value than any that it had since the sign-in: whoever compares notices the
/// sign-out. What it was when nobody was signed in, it may be again.
/// </summary>
public sealed class CookieIsAnotherAfterSignOut(MeantCookie meant) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"{meant} is gone since the sign-out, or has a value that was not there since the sign-in";
        if (evidence.All.OfType<SignOutStarted>().LastOrDefault() is not { } signOut)
            return Judgement.CantTell(expected, "cannot tell: nobody has signed out");
        if (!StoredCookies.WereRead(evidence)) return Judgement.CantTell(expected, "cannot tell: the browser's cookie store was not read");
        var signIn = evidence.All.OfType<CredentialsPosted>().LastOrDefault(posted => posted.Sequence < signOut.Sequence)?.Sequence ?? 0;
        List<CookieChanged> before =
            [.. evidence.All.OfType<CookieChanged>().Where(meant.Is).Where(seen => seen.Sequence < signOut.Sequence)];
        if (before.Count == 0) return Judgement.CantTell(expected, "cannot tell: there was no such cookie before the sign-out");
        var since = before.Where(seen => seen.Sequence > signIn).DefaultIfEmpty(before[^1]).Select(seen => seen.ValueFingerprint)
            .ToHashSet(StringComparer.Ordinal);
        var same = StoredCookies.Of(evidence, meant).FirstOrDefault(now => since.Contains(now.ValueFingerprint));
        return same is null
            ? Judgement.Of(true, expected, "it is")
            : Judgement.Of(false, expected, $"{same.Name} has a value that it had while somebody was signed in");
    }
}
