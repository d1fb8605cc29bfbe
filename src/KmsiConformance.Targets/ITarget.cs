namespace KmsiConformance.Targets;

/// <summary>
/// A login endpoint under test, as one world uses it. What it can do comes in facets; a facet that is null is one that it
/// does not have, and nothing is assumed of it.
/// </summary>
public interface ITarget : IAsyncDisposable
{
    /// <summary>Host and port of each site on which its pages stand, for example <c>login.localhost:4711</c>; the main one first.</summary>
    IReadOnlyList<string> LoginSites { get; }

    /// <summary>
    /// Scheme, host and port of the site whose protected parts are visited, without a trailing slash; null where the place said that
    /// already, or there are none.
    /// </summary>
    string? SiteOrigin => null;

    /// <summary>The settings in force, for which names in expressions such as <c>keep-alive</c> stand.</summary>
    TargetPolicy Policy { get; }

    /// <summary>OpenID Connect towards apps.</summary>
    OpenIdConnectFacet? OpenIdConnect { get; }

    /// <summary>SAML towards apps.</summary>
    SamlFacet? Saml { get; }

    /// <summary>The sign-in log that it lets be read.</summary>
    ISignInLogFacet? SignInLog { get; }

    /// <summary>The identity providers that it was started with.</summary>
    IIdentityProvidersFacet? IdentityProviders { get; }

    /// <summary>How something is brought about that happens to its accounts; null where nothing can be.</summary>
    IAccountsFacet? Accounts => null;

    /// <summary>How its time is moved; null where it cannot be: what needs time can then not be told of it.</summary>
    IClockFacet? Clock { get; }

    /// <summary>Why nothing more can be seen of it, for example that its process has ended; null while all is well.</summary>
    string? Gone { get; }

    /// <summary>The sessions of its processes, by the id of the process that leads each; none where nobody here started it.</summary>
    IReadOnlyList<int> Processes => [];

    /// <summary>The same, asked anew of one that nobody here started.</summary>
    Task<string?> WhyGoneAsync(CancellationToken cancellation) => Task.FromResult(Gone);

    /// <summary>The hosts that a browser may visit there, besides those of this machine; null for all.</summary>
    IReadOnlyList<string>? OnlyHosts => null;

    /// <summary>
    /// Whether passwords may be typed on a page: it is the target's own. Whoever else asks for them, however they got the
    /// browser there, gets none.
    /// </summary>
    bool MayHavePasswords(Uri page);

    /// <summary>A user by the name that scenarios use.</summary>
    /// <exception cref="UnknownUserException">The target has no such user.</exception>
    TargetUser User(string name);
}
