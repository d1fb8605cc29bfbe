using KmsiConformance.Cookies.Matching;
using KmsiConformance.Cookies.Parsing;
using KmsiConformance.Cookies.Requests;

namespace KmsiConformance.Cookies.Storing;

/// <summary>To whom a new cookie belongs (RFC 6265bis, 5.6.3 and steps 7 to 10 of 5.7; N-79).</summary>
internal static class CookieDomain
{
    public static CookieRefusal Of(
        SetCookieString set, CookieRequest request, IPublicSuffixes suffixes, out (string Domain, bool HostOnly) owner)
    {
        owner = (request.Host, true);
        var asked = set.Attributes.Last("Domain") ?? "";
        if (asked.StartsWith('.')) asked = asked[1..];
        if (!asked.All(char.IsAscii)) return CookieRefusal.DomainNotAscii;
        asked = asked.ToLowerInvariant();
        if (asked.Length == 0) return CookieRefusal.None;

        // A suffix may set cookies for itself alone.
        if (suffixes.IsPublicSuffix(asked)) return asked == request.Host ? CookieRefusal.None : CookieRefusal.PublicSuffix;
        if (!DomainMatch.Matches(request.Host, asked)) return CookieRefusal.ForeignDomain;
        owner = (asked, false);
        return CookieRefusal.None;
    }
}
