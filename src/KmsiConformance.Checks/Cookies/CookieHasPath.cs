using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The cookie goes with requests below one path, and with no others.</summary>
public sealed class CookieHasPath(MeantCookie meant, string path) : CookieCheck(meant, $"{meant} has the path {path}")
{
    protected override bool Meets(CookieChanged cookie, Evidence evidence) => cookie.Path == path;

    protected override string Seen(CookieChanged cookie, Evidence evidence) =>
        $"{cookie.Name} has the path {cookie.Path}";
}
