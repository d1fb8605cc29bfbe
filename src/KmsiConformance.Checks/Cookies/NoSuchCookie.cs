using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Cookies;

/// <summary>
/// The browser holds no cookie of the role. Where everybody gets one before they have signed in, it is the value that
/// says whether somebody has: after a sign-out it is none of the session's, and after credentials that were refused it is that of before.
/// </summary>
public sealed class NoSuchCookie(MeantCookie meant) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"{meant} is not in the browser";
        if (!StoredCookies.WereRead(evidence)) return Judgement.CantTell(expected, "cannot tell: the browser's cookie store was not read");
        var cookies = StoredCookies.Of(evidence, meant);
        if (cookies.Count == 0) return Judgement.Of(true, expected, "there is none");
        return OfEverybody(evidence) is { Count: > 0 } before
            ? AmongStrangers(evidence, cookies, before)
            : Judgement.Of(false, expected, StoredCookies.Describe(cookies[0]));
    }

    // What the login endpoint's session cookies were before anybody typed anything.
    private HashSet<string> OfEverybody(Evidence evidence)
    {
        var first = evidence.All.OfType<CredentialsPosted>().FirstOrDefault()?.Sequence;
        return first is null || meant.Role != CookieRoles.Session
            ? []
            : evidence.All.OfType<CookieChanged>()
                .Where(cookie => meant.Is(cookie) && cookie.Sequence < first && cookie.Change != "gone")
                .Select(cookie => cookie.ValueFingerprint).ToHashSet(StringComparer.Ordinal);
    }

    // Whoever is signed in, and has not signed out, has the session's own.
    private static bool WasLetIn(Evidence evidence) => evidence.All
        .SkipWhile(happened => happened is not CredentialsPosted)
        .Any(happened => happened is AppSessionStarted or PageShown { Kind: PageKinds.Protected });

    private Judgement AmongStrangers(Evidence evidence, IReadOnlyList<CookieChanged> cookies, HashSet<string> before)
    {
        if (evidence.All.OfType<SignOutStarted>().Any()) return new CookieIsAnotherAfterSignOut(meant).Judge(evidence);
        if (WasLetIn(evidence)) return Judgement.Of(false, $"{meant} is not in the browser", StoredCookies.Describe(cookies[0]));
        var expected = $"{meant} is not in the browser, or is the one that everybody gets";
        return cookies.All(cookie => before.Contains(cookie.ValueFingerprint))
            ? Judgement.Of(true, expected, "it is what it was before the credentials")
            : Judgement.CantTell(expected, "cannot tell: everybody gets one, and it is another since the credentials");
    }
}
