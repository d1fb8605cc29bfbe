using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>Scripts cannot, or can, read the cookie.</summary>
public sealed class CookieIsHttpOnly(MeantCookie meant, bool demanded)
    : CookieCheck(meant, $"{meant} is {(demanded ? "" : "not ")}HttpOnly")
{
    protected override bool Meets(CookieChanged cookie, Evidence evidence) => cookie.HttpOnly == demanded;

    protected override string Seen(CookieChanged cookie, Evidence evidence) =>
        $"{cookie.Name} is {(cookie.HttpOnly ? "" : "not ")}HttpOnly";
}
