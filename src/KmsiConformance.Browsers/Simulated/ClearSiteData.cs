using KmsiConformance.Cookies.Matching;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>The header by which a site has a browser forget what it keeps of it (Clear Site Data, W3C draft of 2017-11-30).</summary>
internal static class ClearSiteData
{
    /// <summary>Its name.</summary>
    public const string Name = "Clear-Site-Data";

    /// <summary>Whether cookies are to be deleted. Only over TLS, or from this machine, is a site heeded.</summary>
    /// <param name="header">Its value; null where there is none.</param>
    public static bool WantsCookiesGone(Uri url, string? header) =>
        header is not null && (url.Scheme == Uri.UriSchemeHttps || CanonicalHost.IsLoopback(url.Host))
        && header.Split(',', StringSplitOptions.TrimEntries).Any(type => type is "\"cookies\"" or "\"*\"");
}
