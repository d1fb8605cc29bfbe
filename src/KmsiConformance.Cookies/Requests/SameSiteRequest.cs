namespace KmsiConformance.Cookies.Requests;

/// <summary>Whether a request is same-site (RFC 6265bis, 5.2).</summary>
internal static class SameSiteRequest
{
    public static bool Is(CookieRequest request, CookiePolicy policy)
    {
        var site = Site.Of(request.Url, policy.PublicSuffixes);
        if (policy.RedirectsCount && request.Passed?.Any(url => Site.Of(url, policy.PublicSuffixes) != site) == true) return false;
        if (request.Client is { } client && client.SiteForCookies != site) return false;

        // A frame's document may be asked for by another than the one that shows it; both must agree.
        return request.Embedder is not { } embedder || embedder.SiteForCookies == site;
    }
}
