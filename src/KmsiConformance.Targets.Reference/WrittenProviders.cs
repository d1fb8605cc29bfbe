using KmsiConformance.IdentityProviders;
using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Suite;

namespace KmsiConformance.Targets.Reference;

/// <summary>What a custom policy says about the identity providers that a login endpoint is told of.</summary>
public static class WrittenProviders
{
    /// <summary>The provider as a policy writes it.</summary>
    public static WrittenProvider Of(OfferedProvider provider) => new(
        provider.Name, WrittenProtocol(provider.Site), Metadata(provider), Memory(provider.Asked), provider.Asked.SingleLogout);

    private static string WrittenProtocol(IdentityProviderSite provider) => provider.Options.Protocol switch
    {
        ProviderProtocol.OAuth2 => "OAuth2",
        ProviderProtocol.Saml => "SAML2",
        _ => "OpenIdConnect",
    };

    private static ProviderMemory Memory(ProviderRequest asked) => asked.Remembers switch
    {
        "answer" => ProviderMemory.Answer,
        "nothing" => ProviderMemory.Nothing,
        _ => ProviderMemory.Choice,
    };

    // The keys are those of the service's technical profiles for each protocol.
    private static List<(string, string)> Metadata(OfferedProvider offered)
    {
        var (provider, asked) = (offered.Site, offered.Asked);
        string Played(string address) => offered.PlayedAt is null ? address : offered.PlayedAt + new Uri(address).AbsolutePath;

        return provider.Options.Protocol switch
        {
            ProviderProtocol.Saml => [("PartnerEntity", provider.MetadataAddress), ("WantsSignedAssertions", "true")],
            ProviderProtocol.OAuth2 =>
            [
                ("ProviderName", provider.Origin),
                ("authorization_endpoint", provider.AuthorizeAddress),
                ("AccessTokenEndpoint", provider.TokenAddress),
                ("ClaimsEndpoint", Played(provider.UserInfoAddress)),
                ("client_id", offered.ClientId),
                ("scope", "profile"),
                .. asked.EndSession ? [("end_session_endpoint", provider.EndSessionAddress)] : (IEnumerable<(string, string)>)[],
            ],
            _ =>
            [
                ("METADATA", Played(provider.MetadataAddress)),
                ("client_id", offered.ClientId),
                ("response_types", "code"),
                ("response_mode", "form_post"),
                ("scope", "openid profile email"),
            ],
        };
    }
}
