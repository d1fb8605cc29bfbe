using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The cookie is, or is not, sent over TLS only.</summary>
public sealed class CookieIsSecure(MeantCookie meant, bool demanded)
    : CookieCheck(meant, $"{meant} is {(demanded ? "" : "not ")}Secure")
{
    protected override bool Meets(CookieChanged cookie, Evidence evidence) => cookie.Secure == demanded;

    protected override string Seen(CookieChanged cookie, Evidence evidence) => $"{cookie.Name} is {(cookie.Secure ? "" : "not ")}Secure";
}
