namespace KmsiConformance.Apps;

/// <summary>An app as it is to be registered at the login endpoint.</summary>
/// <param name="LogoutUrl">What is called when the user signs out elsewhere; null for none.</param>
public sealed record RegisteredApp(string Name, string ClientId, IReadOnlyList<string> RedirectUris, string? LogoutUrl = null)
{
    /// <summary>The secret by which its server proves who it is; null for a public client.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Where the login endpoint tells the app's server of sign-outs; null for an app that is not told that way.</summary>
    public string? BackChannelLogoutUri { get; init; }

    /// <summary>Whether it is a page that exchanges its codes itself, which a login endpoint may trust less.</summary>
    public bool SinglePage { get; init; }

    /// <summary>For a SAML app, whose client id is its entity id: where its metadata is found. Null for every other.</summary>
    public string? SamlMetadata { get; init; }

    /// <summary>Never shows the secret.</summary>
    public override string ToString() => Name;
}
