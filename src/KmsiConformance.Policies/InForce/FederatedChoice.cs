using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies.InForce;

/// <summary>What a session of a federated account remembers, which decides whether the provider is asked again (C-18).</summary>
public enum ProviderMemory
{
    /// <summary>Nothing: each sign-in begins on the page where a provider is chosen (Noop).</summary>
    Nothing,

    /// <summary>Which provider was chosen: the page is skipped, the provider is asked for a fresh answer (ExternalLogin).</summary>
    Choice,

    /// <summary>What the provider answered: nobody is asked (Default, or a profile that persists the account's id).</summary>
    Answer,
}

/// <summary>A provider elsewhere that a policy's sign-in page offers.</summary>
/// <param name="Exchange">Id of the claims exchange; also the id of the button on the page.</param>
/// <param name="TechnicalProfile">Id of the technical profile behind it.</param>
/// <param name="DisplayName">What the button says.</param>
/// <param name="Protocol"><c>OpenIdConnect</c>, <c>OAuth2</c> or <c>SAML2</c>.</param>
/// <param name="Domain">The <c>domain_hint</c> that leads straight there; null when there is none.</param>
/// <param name="Metadata">The technical profile's metadata.</param>
/// <param name="Keys">Where the tenant keeps the profile's keys, by what they are for.</param>
/// <param name="PassesSignOutOn">Whether a sign-out is passed on, as far as the switch goes .</param>
public sealed record FederatedChoice(
    string Exchange, string TechnicalProfile, string DisplayName, string Protocol, string? Domain,
    IReadOnlyDictionary<string, string> Metadata, IReadOnlyDictionary<string, string> Keys, ProviderMemory Memory, bool PassesSignOutOn)
{
    // What identifies an account at a provider; a session profile that persists it makes asking needless.
    private static readonly HashSet<string> AccountIds = new(StringComparer.Ordinal) { "AlternativeSecurityId", "alternativeSecurityId" };

    private static readonly HashSet<string> Played = new(StringComparer.Ordinal) { "OpenIdConnect", "OAuth2", "SAML2" };

    /// <summary>One item of the metadata, or null.</summary>
    public string? this[string key] => Metadata.GetValueOrDefault(key);

    /// <summary>The providers that the sign-in page of a policy offers, in the page's order.</summary>
    public static IReadOnlyList<FederatedChoice> Of(CustomPolicy policy)
    {
        var offered = policy.Steps.SelectMany(step => step.ChosenExchanges).ToList();
        var exchanges = policy.Steps.SelectMany(step => step.TechnicalProfiles)
            .DistinctBy(exchange => exchange.Key)
            .ToDictionary(StringComparer.Ordinal);
        var switches = IdentityProvider.Of(policy.Merged).ToDictionary(provider => provider.Id, StringComparer.Ordinal);
        return
        [
            .. offered.Distinct(StringComparer.Ordinal)
                .Where(exchange =>
                    exchanges.TryGetValue(exchange, out var id)
                        && switches.TryGetValue(id, out var found)
                        && Played.Contains(found.Protocol))
                .Select(exchange => From(policy.Merged, exchange, switches[exchanges[exchange]])),
        ];
    }

    private static FederatedChoice From(MergedPolicy policy, string exchange, IdentityProvider provider)
    {
        var profile = policy.TechnicalProfile(provider.Id)!;
        return new FederatedChoice(
            exchange,
            provider.Id,
            provider.DisplayName ?? provider.Id,
            provider.Protocol,
            DomainOf(policy, provider.Id),
            policy.Metadata(provider.Id).ToDictionary(item => item.Key, item => item.Value.Value, StringComparer.Ordinal),
            profile.All("CryptographicKeys", "Key").Where(key => key["Id"] is not null && key["StorageReferenceId"] is not null)
                .DistinctBy(key => key["Id"]).ToDictionary(key => key["Id"]!, key => key["StorageReferenceId"]!, StringComparer.Ordinal),
            MemoryOf(policy, provider.Session),
            provider.PassesSignOutOn);
    }

    private static ProviderMemory MemoryOf(MergedPolicy policy, SessionProvider session) => session.Kind switch
    {
        "Noop" => ProviderMemory.Nothing,
        "Default" => ProviderMemory.Answer,
        _ when session.Profile is { } id && policy.TechnicalProfile(id) is { } profile
            && profile
            .All("PersistedClaims", "PersistedClaim")
            .Any(claim => AccountIds.Contains(claim["ClaimTypeReferenceId"] ?? "")) => ProviderMemory.Answer,
        _ => ProviderMemory.Choice,
    };

    // The nearest file that gives the provider of this profile a domain; the profile may be repeated in other files.
    private static string? DomainOf(MergedPolicy policy, string technicalProfile) => policy.Chain.Reverse()
        .SelectMany(file => file.Root.All("ClaimsProviders", "ClaimsProvider"))
        .Where(provider => provider.All("TechnicalProfiles", "TechnicalProfile").Any(profile => profile["Id"] == technicalProfile))
        .Select(provider => provider.Child("Domain")?.Text)
        .FirstOrDefault(domain => !string.IsNullOrEmpty(domain));
}
