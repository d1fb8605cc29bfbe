using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.B2c.Http;

/// <summary>The discovery document, one for each policy.</summary>
internal static class MetadataEndpoint
{
    public static Task ConfigurationAsync(Exchange exchange) =>
        DiscoveryDocument.AnswerAsync(
            exchange,
            DiscoveryDocument.MicrosoftEndpoints(
                $"{exchange.Tenant.Origin}/{exchange.Tenant.Name}/{exchange.Policy.PolicyId.ToLowerInvariant()}"),
            ("subject_types_supported", (string[])["pairwise"]),
            ("claims_supported", Claims(exchange)));

    private static IEnumerable<string> Claims(Exchange exchange)
    {
        var content = exchange.B2cPolicy.Content;
        return ((string[])["sub", "iss", "aud", "exp", "iat", "nbf", "auth_time", "nonce", "tfp"])
            .Concat(content.Claims.Where(content.Plays).Select(claim => claim.Name)).Distinct(StringComparer.Ordinal);
    }
}
