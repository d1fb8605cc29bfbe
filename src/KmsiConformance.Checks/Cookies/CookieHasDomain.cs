using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The cookie belongs to its own host alone (<c>host-only</c>), or to a domain and every host below it.</summary>
public sealed class CookieHasDomain(MeantCookie meant, string domain)
    : CookieCheck(meant, $"{meant} belongs to {(domain == HostOnly ? "its host alone" : $"{domain} and every host below it")}")
{
    protected override bool Meets(CookieChanged cookie, Evidence evidence) => cookie.Domain.StartsWith('.')
        ? string.Equals(cookie.Domain[1..], domain, StringComparison.OrdinalIgnoreCase)
        : domain == HostOnly;

    protected override string Seen(CookieChanged cookie, Evidence evidence) =>
        $"{cookie.Name} is stored for {cookie.Domain.TrimStart('.')} "
            + (cookie.Domain.StartsWith('.') ? "and every host below it" : "alone");

    private const string HostOnly = "host-only";
}
