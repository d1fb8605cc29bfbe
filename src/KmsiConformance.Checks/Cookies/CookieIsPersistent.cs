using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The cookie has an expiry of its own, so that it survives a closed browser .</summary>
public sealed class CookieIsPersistent(MeantCookie meant) : CookieCheck(meant, $"{meant} outlives the browser session")
{
    protected override bool IsAboutKeeping => true;

    protected override bool Meets(CookieChanged cookie, Evidence evidence) => cookie.ExpiresAt is not null;
}
