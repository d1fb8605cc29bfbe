using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The cookie lives on one site's host and on no other's (R-003, R-012, R-017).</summary>
/// <param name="site">The only site that may own it: <c>login</c> or an app's name.</param>
public sealed class CookieBelongsToSite(MeantCookie meant, string site)
    : CookieCheck(meant, $"{meant} belongs to the host of {site} and to no other")
{
    protected override bool Meets(CookieChanged cookie, Evidence evidence) =>
        cookie.Site == site && !cookie.Domain.StartsWith('.');

    protected override string Seen(CookieChanged cookie, Evidence evidence) =>
        $"{cookie.Name} is stored for {cookie.Domain}{(cookie.Domain.StartsWith('.') ? " and every host below it" : "")}";
}
