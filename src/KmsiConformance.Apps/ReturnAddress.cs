namespace KmsiConformance.Apps;

/// <summary>
/// The addresses to which an app can ask to be returned after a sign-out, by the words of scenarios. All but
/// <c>registered</c> differ from what is registered; most try to look like it.
/// </summary>
internal static class ReturnAddress
{
    /// <summary>The post_logout_redirect_uri; null for none.</summary>
    /// <exception cref="ArgumentException">There is no such word; the schema was checked for that.</exception>
    public static string? Of(string returnTo, AppSite site)
    {
        var surroundings = site.Surroundings;
        var origin = surroundings.Origin;
        var registered = site.SignedOutUri;
        var stranger = surroundings.Stranger + AppOptions.SignedOutPath;
        var hosts = (Own: new Uri(origin), Stranger: new Uri(surroundings.Stranger));
        return returnTo switch
        {
            "registered" => registered,
            "unregistered" => stranger,
            "none" => null,

            // The same page to some eyes.
            "path-case" => origin + "/Signed-Out",
            "host-case" => $"https://{hosts.Own.Host.ToUpperInvariant()}:{hosts.Own.Port}{AppOptions.SignedOutPath}",
            "trailing-slash" => registered + "/",
            "extra-query" => registered + "?from=login",
            "extra-fragment" => registered + "#top",
            "encoded-path" => origin + "/signed%2Dout",
            "dot-segments" => origin + "/elsewhere/.." + AppOptions.SignedOutPath,

            // Another page, or another site.
            "longer-path" => registered + "-elsewhere",
            "path-below" => registered + "/elsewhere",
            "longer-host" => $"https://{hosts.Own.Host}.{hosts.Stranger.Authority}{AppOptions.SignedOutPath}",
            "userinfo" => $"{origin}@{hosts.Stranger.Authority}{AppOptions.SignedOutPath}",
            "backslash" => $@"{surroundings.Stranger}\@{hosts.Own.Authority}{AppOptions.SignedOutPath}",
            "scheme-relative" => $"//{hosts.Stranger.Authority}{AppOptions.SignedOutPath}",
            "other-app" =>
                surroundings.OtherAppsPage
                    ?? throw new ArgumentException("The scenario has no other app whose page could be asked for.", nameof(returnTo)),

            // No page at all.
            "javascript" => $"javascript:location='{stranger}'",
            "data" => "data:text/html,<title>Signed out</title>",
            _ => throw new ArgumentException($"'{returnTo}' is no address to return to.", nameof(returnTo)),
        };
    }
}
