using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.AzureAd;

/// <summary>The discovery document of the tenant.</summary>
internal sealed class AzureAdMetadata(AzureAdTenant azureAd)
{
    public Task ConfigurationAsync(Exchange exchange) =>
        DiscoveryDocument.AnswerAsync(
            exchange,
            DiscoveryDocument.MicrosoftEndpoints($"{azureAd.Tenant.Origin}/{azureAd.Tenant.Name}"),
            ("subject_types_supported", (string[])["pairwise"]),
            ("frontchannel_logout_supported", true),
            ("frontchannel_logout_session_supported", true),
            ("claims_supported", (string[])["sub", "iss", "aud", "exp", "iat", "nbf", "auth_time", "nonce",
             "name", "preferred_username", "oid", "tid", "sid", "ver"]));
}
