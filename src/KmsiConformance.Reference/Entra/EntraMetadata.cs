using KmsiConformance.Reference.Http;

namespace KmsiConformance.Reference.Entra;

/// <summary>The discovery document of the tenant.</summary>
internal sealed class EntraMetadata(EntraTenant entra)
{
    public Task ConfigurationAsync(Exchange exchange) =>
        DiscoveryDocument.AnswerAsync(
            exchange,
            DiscoveryDocument.MicrosoftEndpoints($"{entra.Tenant.Origin}/{entra.Tenant.Name}"),
            ("subject_types_supported", (string[])["pairwise"]),
            ("frontchannel_logout_supported", true),
            ("frontchannel_logout_session_supported", true),
            ("claims_supported", (string[])["sub", "iss", "aud", "exp", "iat", "nbf", "auth_time", "nonce", "name", "preferred_username", "oid", "tid", "sid", "ver"]));
}
