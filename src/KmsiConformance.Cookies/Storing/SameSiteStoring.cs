using KmsiConformance.Cookies.Parsing;
using KmsiConformance.Cookies.Requests;

namespace KmsiConformance.Cookies.Storing;

/// <summary>
/// Who may set a cookie of which SameSite (RFC 6265bis, 5.6.7 and steps 17 to 19 of 5.7; N-74, N-75). An answer inside
/// a frame of another site can neither set nor delete a cookie that is not <c>SameSite=None</c> (P-13).
/// </summary>
internal static class SameSiteStoring
{
    /// <summary>The last attribute counts, even when its value is unknown.</summary>
    public static SameSite Of(SetCookieString set) => set.Attributes.Last("SameSite")?.ToLowerInvariant() switch
    {
        "none" => SameSite.None,
        "lax" => SameSite.Lax,
        "strict" => SameSite.Strict,
        _ => SameSite.Default,
    };

    public static CookieRefusal Check(Cookie cookie, CookieRequest request, CookiePolicy policy)
    {
        if (cookie.SameSite == SameSite.None) return cookie.Secure ? CookieRefusal.None : CookieRefusal.NoneWithoutSecure;
        return request.Destination == Destination.TopLevel || SameSiteRequest.Is(request, policy)
            ? CookieRefusal.None
            : CookieRefusal.CrossSiteEmbedded;
    }
}
