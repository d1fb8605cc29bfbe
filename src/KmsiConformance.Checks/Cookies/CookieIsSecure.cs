using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The cookie is, or is not, sent over TLS only.</summary>
public sealed class CookieIsSecure(string role, string? app, bool demanded)
    : CookieCheck(role, app, $"{The(role, app)} is {(demanded ? "" : "not ")}Secure")
{
    protected override bool Meets(CookieChanged cookie, Evidence evidence) => cookie.Secure == demanded;

    protected override string Seen(CookieChanged cookie, Evidence evidence) => $"{cookie.Name} is {(cookie.Secure ? "" : "not ")}Secure";
}
