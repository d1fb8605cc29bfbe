namespace KmsiConformance.Reference.Kernel.Apps;

/// <summary>An application that the tenant knows.</summary>
/// <param name="RedirectUris">Where answers may go; compared character by character.</param>
/// <param name="LogoutUrl">Called when the user signs out elsewhere (front-channel).</param>
/// <param name="Secret">Null makes it a public client, which must use PKCE.</param>
public sealed record AppRegistration(
    string ClientId, string Name, IReadOnlyList<string> RedirectUris, string? LogoutUrl = null, string? Secret = null)
{
    /// <summary>Told by the service itself when the user signs out (back-channel); null for an application that is not.</summary>
    public string? BackChannelLogoutUri { get; init; }

    /// <summary>Whether it runs in the browser: its refresh tokens end a day after the sign-in.</summary>
    public bool SinglePage { get; init; }

    /// <summary>For a SAML application, whose client id is its entity id: where its metadata is found. Null for every other.</summary>
    public string? SamlMetadata { get; init; }

    /// <summary>Never shows the secret.</summary>
    public override string ToString() => $"{Name} ({ClientId}), {(Secret is null ? "public" : "confidential")}";
}
