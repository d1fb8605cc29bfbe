using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>How the service speaks with identity providers of one protocol.</summary>
internal abstract class ProviderDialect
{
    /// <summary>The dialect of a provider's protocol.</summary>
    public static ProviderDialect Of(FederatedChoice choice) => choice.Protocol switch
    {
        "OpenIdConnect" => new OpenIdConnectDialect(),
        "OAuth2" => new OAuth2Dialect(),
        "SAML2" => new SamlDialect(),
        _ => throw new ProviderAnswerRefusedException($"the protocol {choice.Protocol} of {choice.TechnicalProfile} is not spoken here"),
    };

    /// <summary>The address that the browser is sent to.</summary>
    /// <exception cref="ProviderAnswerRefusedException">The provider's metadata cannot be had, or lacks something.</exception>
    public abstract Task<string> SignInAddressAsync(Exchange exchange, RoundTrip trip);

    /// <summary>Reads the answer that the browser brought back.</summary>
    /// <exception cref="ProviderAnswerRefusedException">It must not be believed.</exception>
    public abstract Task<ProviderAnswer> ReadAsync(Exchange exchange, RoundTrip trip, Parameters answer);

    /// <summary>The address that signs the user out there, for a hidden frame; null where the provider has none.</summary>
    /// <exception cref="ProviderAnswerRefusedException">The provider's metadata cannot be had.</exception>
    public abstract Task<string?> SignOutAddressAsync(Exchange exchange, FederatedChoice choice, Session session);

    /// <summary>An item of the technical profile's metadata.</summary>
    /// <exception cref="ProviderAnswerRefusedException">The policy does not say it.</exception>
    protected static string Demand(FederatedChoice choice, string key) =>
        choice[key] is { Length: > 0 } value
            ? value
            : throw new ProviderAnswerRefusedException($"{choice.TechnicalProfile} has no metadata item {key}");
}
