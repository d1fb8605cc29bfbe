using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The cookie's name begins as browsers demand promises for (RFC 6265bis, 4.1.3), or does not.</summary>
/// <param name="prefix">Null for none of those that browsers know.</param>
public sealed class CookieHasPrefix(MeantCookie meant, string? prefix)
    : CookieCheck(meant, $"{meant} has a name {(prefix is null ? "without a prefix" : $"that begins with {prefix}")}")
{
    protected override bool Meets(CookieChanged cookie, Evidence evidence) => prefix is null
        ? !Known.Any(known => cookie.Name.StartsWith(known, StringComparison.OrdinalIgnoreCase))
        : cookie.Name.StartsWith(prefix, StringComparison.Ordinal);

    protected override string Seen(CookieChanged cookie, Evidence evidence) =>
        $"its name is {cookie.Name}";

    private static readonly string[] Known = ["__Host-", "__Secure-", "__Http-"];
}
