namespace KmsiConformance.IdentityProviders;

/// <summary>The language in which a provider speaks to its clients.</summary>
public enum ProviderProtocol
{
    /// <summary>OpenID Connect Core, authorization code flow with discovery.</summary>
    OpenIdConnect,

    /// <summary>OAuth 2.0: no ID token; who signed in is asked at the user-info endpoint.</summary>
    OAuth2,

    /// <summary>SAML 2.0 web single sign-on with signed assertions.</summary>
    Saml,
}

/// <summary>What a provider does wrong.</summary>
public enum ProviderMisbehaviour
{
    None,

    /// <summary>Its sign-out never answers.</summary>
    Hangs,

    /// <summary>Its sign-out answers 500 and ends nothing.</summary>
    Fails,

    /// <summary>Its sign-out works, but its answer may not be shown in a frame (P-14).</summary>
    RefusesFraming,

    /// <summary>Its sign-out wants an id_token_hint, which the service does not send (P-17).</summary>
    RequiresHint,

    /// <summary>Its sign-in answers every request with an error of its own.</summary>
    FailsAtSignIn,

    /// <summary>It signs assertions and ID tokens with a key that its metadata does not name.</summary>
    SignsWithAnotherKey,

    /// <summary>OpenID Connect only: its ID tokens answer another request, by their nonce.</summary>
    AnswersAnotherRequest,

    /// <summary>SAML only: the assertion is not signed at all.</summary>
    DoesNotSign,
}

/// <summary>Somebody with an account at a provider. The password is not that of any account elsewhere.</summary>
public sealed record ProviderUser(string UserName, string Password, string Subject, string DisplayName, string Email)
{
    /// <summary>Never shows the password.</summary>
    public override string ToString() => $"{UserName} ({Subject})";
}

/// <summary>What a provider is made of. It knows nothing of those who use it but what is registered with it.</summary>
/// <param name="Name">Its name and host: <c>contoso</c> lives on <c>contoso.localhost</c>.</param>
public sealed record ProviderOptions(string Name, ProviderProtocol Protocol)
{
    /// <summary>How long its own session lasts; nobody else decides about it .</summary>
    public TimeSpan Session { get; init; } = TimeSpan.FromHours(8);

    /// <summary>Whether its session cookie outlives the browser.</summary>
    public bool Persistent { get; init; } = true;

    /// <summary>Whether its metadata names a sign-out .</summary>
    public bool EndSession { get; init; } = true;

    /// <summary>Whether its page says which accounts there are: for people who try things out.</summary>
    public bool TellsAccounts { get; init; }

    /// <summary>What its ID tokens are signed with: <c>RS256</c>, <c>PS256</c> or <c>ES256</c>.</summary>
    public string Algorithm { get; init; } = "RS256";

    public ProviderMisbehaviour Misbehaves { get; init; }

    public IReadOnlyList<ProviderUser> Users { get; init; } = [];

    /// <summary>
    /// The accounts that every provider of that name has: alice, bob, carol, dave and erin. Their addresses are the same at all of them,
    /// as people's are, and say nothing of who somebody is.
    /// </summary>
    public static IReadOnlyList<ProviderUser> StandardUsers(string provider) =>
        [.. new[] { "Alice", "Bob", "Carol", "Dave", "Erin" }.Select(given =>
        {
            var name = given.ToLowerInvariant();
            return new ProviderUser(
                name, $"{name}-at-{provider}-1", $"{provider}-{name}-7f3a", $"{given} of {provider}", $"{name}@people.example");
        })];
}

/// <summary>A service that sends people to a provider, as it is registered there.</summary>
/// <param name="RedirectUris">Where answers may go, compared character by character.</param>
/// <param name="ServiceMetadata">For SAML: where the service's own metadata is found.</param>
public sealed record ProviderClient(string ClientId, string Secret, IReadOnlyList<string> RedirectUris, string? ServiceMetadata = null)
{
    /// <summary>Never shows the secret.</summary>
    public override string ToString() => ClientId;
}
