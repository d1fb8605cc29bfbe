using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>Scripts cannot, or can, read the cookie.</summary>
public sealed class CookieIsHttpOnly(string role, string? app, bool demanded)
    : CookieCheck(role, app, $"{The(role, app)} is {(demanded ? "" : "not ")}HttpOnly")
{
    protected override bool Meets(CookieChanged cookie, Evidence evidence) => cookie.HttpOnly == demanded;

    protected override string Seen(CookieChanged cookie, Evidence evidence) =>
        $"{cookie.Name} is {(cookie.HttpOnly ? "" : "not ")}HttpOnly";
}
