namespace KmsiConformance.Apps;

/// <summary>
/// The addresses to which an app can ask to be returned after a sign-out, or to be answered at a sign-in, by the words of scenarios.
/// All but <c>registered</c> and <c>with-query</c> differ from what is registered; most try to look like it.
/// </summary>
internal static class ReturnAddress
{
    /// <summary>The word for the registered address that has a query.</summary>
    public const string WithQuery = "with-query";

    /// <summary>The name in that query, and its value.</summary>
    public static readonly (string Name, string Value) Query = ("shop", "fruit");

    /// <summary>That address, which is registered beside the ordinary one.</summary>
    /// <param name="registered">The ordinary one.</param>
    public static string OfQuery(string registered) => $"{registered}?{Query.Name}={Query.Value}";

    /// <summary>The post_logout_redirect_uri; null for none.</summary>
    /// <exception cref="ArgumentException">There is no such word; the schema was checked for that.</exception>
    public static string? Of(string returnTo, AppSite site) => Of(returnTo, site, site.Options.Place.SignedOut);

    /// <summary>The redirect_uri of a sign-in request.</summary>
    /// <exception cref="ArgumentException">There is no such word; the schema was checked for that.</exception>
    public static string OfAnswer(string word, AppSite site) =>
        Of(word, site, site.Options.Place.Callback) ?? throw new ArgumentException("An answer needs an address.", nameof(word));

    /// <summary>The AssertionConsumerServiceURL of an AuthnRequest.</summary>
    /// <exception cref="ArgumentException">There is no such word; the schema was checked for that.</exception>
    public static string OfAssertion(string word, AppSite site) =>
        Of(word, site, site.Options.Place.AssertionConsumer) ?? throw new ArgumentException("An answer needs an address.", nameof(word));

    private static string? Of(string returnTo, AppSite site, string path)
    {
        var surroundings = site.Surroundings;
        var origin = surroundings.Origin;
        var registered = origin + path;
        var stranger = surroundings.Stranger + path;
        var hosts = (Own: new Uri(origin), Stranger: new Uri(surroundings.Stranger));
        return returnTo switch
        {
            "registered" => registered,
            WithQuery => OfQuery(registered),
            "unregistered" => stranger,
            "none" => null,

            // The same page to some eyes.
            "path-case" => origin + path.ToUpperInvariant(),
            "host-case" => $"{hosts.Own.Scheme}://{hosts.Own.Host.ToUpperInvariant()}:{hosts.Own.Port}{path}",
            "trailing-slash" => registered + "/",
            "extra-query" => registered + "?from=login",
            "extra-fragment" => registered + "#top",
            "encoded-path" => origin + path[..^1] + Uri.HexEscape(path[^1]),
            "dot-segments" => origin + "/elsewhere/.." + path,

            // Another page, or another site.
            "longer-path" => registered + "-elsewhere",
            "path-below" => registered + "/elsewhere",
            "longer-host" => $"https://{hosts.Own.Host}.{hosts.Stranger.Authority}{path}",
            "userinfo" => $"{origin}@{hosts.Stranger.Authority}{path}",
            "backslash" => $@"{surroundings.Stranger}\@{hosts.Own.Authority}{path}",
            "slash-backslash" => $@"/\{hosts.Stranger.Authority}{path}",
            "slash-tab" => $"/\t/{hosts.Stranger.Authority}{path}",
            "scheme-relative" => $"//{hosts.Stranger.Authority}{path}",
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
