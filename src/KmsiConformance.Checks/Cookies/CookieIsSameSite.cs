using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The cookie says that it is kept from requests that other sites begin.</summary>
/// <param name="demanded"><c>strict</c>, <c>lax-or-strict</c> or <c>none</c>; a browser's own default is none of the site's doing.</param>
public sealed class CookieIsSameSite(MeantCookie meant, string demanded)
    : CookieCheck(meant, $"{meant} is SameSite {demanded}")
{
    private readonly string[] _allowed = demanded.Split("-or-");

    protected override bool Meets(CookieChanged cookie, Evidence evidence) =>
        _allowed.Contains(cookie.SameSite, StringComparer.OrdinalIgnoreCase);

    protected override string Seen(CookieChanged cookie, Evidence evidence) =>
        $"{cookie.Name} {(cookie.SameSite.Length == 0 ? "has no SameSite attribute" : $"is SameSite {cookie.SameSite}")}";
}
