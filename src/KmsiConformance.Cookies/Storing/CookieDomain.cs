using System.Text;
using KmsiConformance.Cookies.Matching;
using KmsiConformance.Cookies.Parsing;
using KmsiConformance.Cookies.Requests;

namespace KmsiConformance.Cookies.Storing;

/// <summary>To whom a new cookie belongs (RFC 6265bis, 5.6.3 and steps 7 to 10 of 5.7; N-79).</summary>
internal static class CookieDomain
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static CookieRefusal Of(
        SetCookieString set, CookieRequest request, CookiePolicy policy, out (string Domain, bool HostOnly) owner)
    {
        owner = (request.Host, true);
        var asked = set.Attributes.Last("Domain") ?? "";
        if (asked.StartsWith('.')) asked = asked[1..];
        if (Canonical(asked, policy) is not { } canonical) return CookieRefusal.DomainNotAscii;
        asked = canonical;
        if (asked.Length == 0) return CookieRefusal.None;

        // A suffix may set cookies for itself alone.
        if (policy.PublicSuffixes.IsPublicSuffix(asked)) return asked == request.Host ? CookieRefusal.None : CookieRefusal.PublicSuffix;
        if (!DomainMatch.Matches(request.Host, asked)) return CookieRefusal.ForeignDomain;
        owner = (asked, false);
        return CookieRefusal.None;
    }

    private static string? Canonical(string octets, CookiePolicy policy)
    {
        if (octets.All(char.IsAscii)) return octets.ToLowerInvariant();
        if (!policy.DomainMayBeUnicode) return null;
        try
        {
            return CanonicalHost.Of(Utf8.GetString(Encoding.Latin1.GetBytes(octets)));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
