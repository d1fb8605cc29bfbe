using KmsiConformance.Cookies.Requests;

namespace KmsiConformance.Cookies.Sending;

/// <summary>Which cookies go with a cross-site request (RFC 6265bis, 5.6.7.1, 5.6.7.2 and 5.8.3; N-73, N-74).</summary>
internal static class SameSiteSending
{
    public static CookieWithholding Check(
        Cookie cookie, CookieRequest request, bool isSameSite, CookiePolicy policy, DateTimeOffset now)
    {
        if (isSameSite || cookie.SameSite == SameSite.None) return CookieWithholding.None;
        if (cookie.SameSite == SameSite.Strict) return CookieWithholding.SameSiteStrict;
        if (request.Destination != Destination.TopLevel) return CookieWithholding.SameSiteLax;
        return request.IsSafe
            || (cookie.SameSite == SameSite.Default && policy.LaxAllowingUnsafe is { } young && now - cookie.CreatedAt <= young)
            ? CookieWithholding.None : CookieWithholding.SameSiteLax;
    }
}
