using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference.Http;

/// <summary>The discovery document and the keys, one of each per policy.</summary>
internal static class MetadataEndpoint
{
    public static Task ConfigurationAsync(Exchange exchange) =>
        DiscoveryDocument.AnswerAsync(
            exchange,
            DiscoveryDocument.MicrosoftEndpoints($"{exchange.Tenant.Origin}/{exchange.Tenant.Name}/{exchange.Policy.PolicyId.ToLowerInvariant()}"),
            ("scopes_supported", (string[])["openid", "offline_access"]),
            ("grant_types_supported", (string[])["authorization_code", "refresh_token"]),
            ("subject_types_supported", (string[])["pairwise"]),
            ("claims_supported", Claims(exchange)));

    private static IEnumerable<string> Claims(Exchange exchange) =>
        ((string[])["sub", "iss", "aud", "exp", "iat", "nbf", "auth_time", "nonce", "tfp"])
            .Concat(exchange.Tenant.Content(exchange.Policy).Claims.Where(TokenContent.Plays).Select(claim => claim.Name)).Distinct(StringComparer.Ordinal);

    public static Task KeysAsync(Exchange exchange)
    {
        exchange.Http.Response.Headers.AccessControlAllowOrigin = "*";
        return exchange.JsonAsync(new { keys = (object[])[exchange.Tenant.SigningKey.Public] });
    }
}
