using KmsiConformance.Cookies.Matching;

namespace KmsiConformance.Cookies.Requests;

/// <summary>Where partitioned cookies are seen: below one top-level site only (CHIPS).</summary>
/// <param name="TopLevelSite">For example <c>https://groceries.localhost</c>.</param>
/// <param name="HasCrossSiteAncestor">Whether a document of another site stands between it and the top level.</param>
public sealed record PartitionKey(string TopLevelSite, bool HasCrossSiteAncestor)
{
    internal static PartitionKey Of(CookieRequest request, IPublicSuffixes suffixes)
    {
        var site = Site.Of(request.Url, suffixes);
        if (request.Destination == Destination.TopLevel || Showing(request) is not { } shownBy)
            return new PartitionKey(site.ToString(), false);
        return new PartitionKey(shownBy.TopLevelSite.ToString(), shownBy.SiteForCookies != site);
    }

    /// <summary>Whether the request belongs to another site than the top-level page.</summary>
    internal static bool IsThirdParty(CookieRequest request, IPublicSuffixes suffixes) =>
        request.Destination != Destination.TopLevel
            && Showing(request) is { } shownBy
            && shownBy.SiteForCookies != Site.Of(request.Url, suffixes);

    private static CookieClient? Showing(CookieRequest request) => request.Embedder ?? request.Client;
}
