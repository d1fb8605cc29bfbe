using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Cookies;

/// <summary>A check that demands a property of a stored cookie. No such cookie is a failure; a store not read is CANT_TELL.</summary>
/// <param name="meant">The cookie.</param>
/// <param name="expected">The demand in words.</param>
public abstract class CookieCheck(MeantCookie meant, string expected) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        if (!StoredCookies.WereRead(evidence)) return Judgement.CantTell(expected, "cannot tell: the browser's cookie store was not read");
        var cookies = StoredCookies.Of(evidence, meant);
        if (cookies.Count == 0) return Judgement.Of(false, expected, "there is no such cookie in the browser");

        // With several of the role (a policy may split its session), each has to meet the demand. How long a box counts is told
        // by the cookie that is there for it.
        var keeping = IsAboutKeeping ? cookies.Where(cookie => cookie.Role == CookieRoles.Kept).ToList() : [];
        var judged = (keeping.Count > 0 ? keeping : cookies)
            .Select(cookie => (Met: Meets(cookie, evidence), Seen: Seen(cookie, evidence))).ToList();
        var decisive = judged.Any(one => !one.Met) ? judged.First(one => !one.Met) : judged[0];
        return Judgement.Of(decisive.Met, expected, decisive.Seen);
    }

    /// <summary>Whether the demand is one on how long somebody is kept signed in.</summary>
    protected virtual bool IsAboutKeeping => false;

    /// <summary>Whether a cookie of the role meets the demand.</summary>
    protected abstract bool Meets(CookieChanged cookie, Evidence evidence);

    /// <summary>What was seen of it.</summary>
    protected virtual string Seen(CookieChanged cookie, Evidence evidence) => StoredCookies.Describe(cookie);
}
