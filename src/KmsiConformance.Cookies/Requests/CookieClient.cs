namespace KmsiConformance.Cookies.Requests;

/// <summary>A document that asks for something, as far as cookies care.</summary>
/// <param name="Site">Its own site.</param>
/// <param name="Embedder">The document whose frame it is shown in; null at the top level.</param>
public sealed record CookieClient(Site Site, CookieClient? Embedder)
{
    /// <summary>What the address bar shows.</summary>
    public Site TopLevelSite => Embedder?.TopLevelSite ?? Site;

    /// <summary>
    /// The one site that its requests may be same-site with; null when a frame of another site stands between it and
    /// the top level (5.2.1).
    /// </summary>
    public Site? SiteForCookies
    {
        get
        {
            var top = TopLevelSite;
            for (var document = this; document is not null; document = document.Embedder)
                if (document.Site != top) return null;
            return top;
        }
    }
}
