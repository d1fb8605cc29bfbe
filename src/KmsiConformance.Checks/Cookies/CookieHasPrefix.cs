using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The cookie's name begins as browsers demand promises for (RFC 6265bis, 4.1.3), or does not.</summary>
public sealed class CookieHasPrefix(MeantCookie meant, string prefix) : CookieCheck(meant, prefix == None ? $"{meant} has a name without a prefix" : $"{meant} has a name that begins with {prefix}")
{
    protected override bool Meets(CookieChanged cookie, Evidence evidence) => prefix == None
        ? !Known.Any(known => cookie.Name.StartsWith(known, StringComparison.OrdinalIgnoreCase))
        : cookie.Name.StartsWith(prefix, StringComparison.Ordinal);

    protected override string Seen(CookieChanged cookie, Evidence evidence) =>
        $"its name is {cookie.Name}";

    private const string None = "none";

    private static readonly string[] Known = ["__Host-", "__Secure-"];
}
