using KmsiConformance.Cookies.Matching;
using KmsiConformance.Cookies.Requests;

namespace KmsiConformance.Cookies.Storing;

/// <summary>What an insecure protocol may not do (RFC 6265bis, steps 13 and 16 of 5.7; N-77).</summary>
internal static class SecureCookies
{
    public static CookieRefusal Check(Cookie cookie, CookieRequest request, CookiePolicy policy, IEnumerable<Cookie> stored)
    {
        if (request.IsSecure(policy)) return CookieRefusal.None;
        if (cookie.Secure) return CookieRefusal.SecureOverInsecure;
        return stored.Any(existing => existing.Secure && existing.Name == cookie.Name
            && (DomainMatch.Matches(existing.Domain, cookie.Domain) || DomainMatch.Matches(cookie.Domain, existing.Domain))
            && PathMatch.Matches(cookie.Path, existing.Path))
            ? CookieRefusal.OverlaysSecure
            : CookieRefusal.None;
    }
}
