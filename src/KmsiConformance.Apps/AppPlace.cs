namespace KmsiConformance.Apps;

/// <summary>The pages of a site that has a sign-in of its own.</summary>
/// <param name="Protected">Path of a page that only somebody who is signed in is shown.</param>
/// <param name="SignOut">Path of a page with the button that signs out.</param>
/// <param name="SignIn">Path of the sign-in page; null where it is not told.</param>
/// <param name="ReturnParameter">
/// The parameter of the sign-in page that says where to go afterwards; null where it is not told.
/// </param>
public sealed record SitePaths(string Protected, string SignOut, string? SignIn, string? ReturnParameter);

/// <summary>Where an app's pages stand: the addresses that are registered at the login endpoint.</summary>
public sealed record AppPlace
{
    /// <summary>
    /// Scheme, host and port without a trailing slash, for example <c>https://groceries.localhost:4811</c>; null for an
    /// app that may stand anywhere and gets <c>https://NAME.localhost</c> with a free port.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>
    /// Scheme, host and port on this machine at which a tunnel delivers what is sent to <see cref="Origin"/>; null for an app
    /// that stands on this machine itself.
    /// </summary>
    public string? ListensAt { get; init; }

    /// <summary>
    /// What the app is where it is a protected part of the login endpoint's own site, at <see cref="Origin"/> or, where that is null,
    /// wherever the login endpoint turns out to be; null for an app that stands on this machine, or may.
    /// </summary>
    public SitePaths? OnSite { get; init; }

    /// <summary>Path of the redirect URI.</summary>
    public string Callback { get; init; } = "/signin-oidc";

    /// <summary>Path of the page for signed-out users: the post-logout redirect URI.</summary>
    public string SignedOut { get; init; } = "/signed-out";

    /// <summary>Path of the LogoutUrl: what the login endpoint calls in the browser when the user signs out elsewhere.</summary>
    public string LogoutUrl { get; init; } = "/front-channel-logout";

    /// <summary>Path of a SAML app's AssertionConsumerService.</summary>
    public string AssertionConsumer { get; init; } = "/saml/acs";

    /// <summary>Path of a SAML app's SingleLogoutService.</summary>
    public string SingleLogout { get; init; } = "/saml/slo";

    /// <summary>Path at which the app's server is told of sign-outs.</summary>
    public string BackChannel { get; init; } = "/back-channel-logout";

    /// <summary>
    /// Scheme, host and port under which servers reach the app, where that is not <see cref="Origin"/>: names below
    /// <c>localhost</c> resolve in browsers and hardly anywhere else. Null for the same.
    /// </summary>
    public string? ServerOrigin { get; init; }

    /// <summary>The hosts that its pages answer to, as routes match them.</summary>
    /// <param name="name">The app's name.</param>
    public string[] Hosts(string name) => Origin is null
        ? [$"{name}.localhost:*"]
        : [.. new[] { Origin, ListensAt, ServerOrigin }.OfType<string>().Select(origin => new Uri(origin).Authority)];
}
