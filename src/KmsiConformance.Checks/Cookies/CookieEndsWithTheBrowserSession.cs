using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The cookie has no expiry of its own, so that it dies with the browser .</summary>
public sealed class CookieEndsWithTheBrowserSession(MeantCookie meant) : CookieCheck(meant,
    $"{meant} ends with the browser session")
{
    protected override bool Meets(CookieChanged cookie, Evidence evidence) => cookie.ExpiresAt is null;
}
