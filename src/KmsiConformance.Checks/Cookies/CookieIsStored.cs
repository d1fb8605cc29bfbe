using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The browser holds the cookie .</summary>
public sealed class CookieIsStored(MeantCookie meant) : CookieCheck(meant, $"{meant} exists")
{
    protected override bool Meets(CookieChanged cookie, Evidence evidence) => true;
}
