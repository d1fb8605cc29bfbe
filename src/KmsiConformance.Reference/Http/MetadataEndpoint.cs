using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference.Http;

/// <summary>The discovery document and the keys, one of each per policy.</summary>
internal static class MetadataEndpoint
{
    public static Task ConfigurationAsync(Exchange exchange)
    {
        var root = $"{exchange.Tenant.Origin}/{exchange.Tenant.Name}/{exchange.Policy.PolicyId.ToLowerInvariant()}";
        exchange.Http.Response.Headers.AccessControlAllowOrigin = "*";
        return exchange.JsonAsync(new
        {
            issuer = exchange.Tenant.Issuer,
            authorization_endpoint = $"{root}/oauth2/v2.0/authorize",
            token_endpoint = $"{root}/oauth2/v2.0/token",
            end_session_endpoint = $"{root}/oauth2/v2.0/logout",
            jwks_uri = $"{root}/discovery/v2.0/keys",
            response_modes_supported = (string[])["query", "fragment", "form_post"],
            response_types_supported = (string[])["code", "id_token", "code id_token"],
            scopes_supported = (string[])["openid", "offline_access"],
            grant_types_supported = (string[])["authorization_code", "refresh_token"],
            subject_types_supported = (string[])["pairwise"],
            id_token_signing_alg_values_supported = (string[])["RS256"],
            token_endpoint_auth_methods_supported = (string[])["client_secret_post", "client_secret_basic", "none"],
            code_challenge_methods_supported = (string[])["S256"],
            claims_supported = Claims(exchange),
        });
    }

    private static IEnumerable<string> Claims(Exchange exchange) =>
        ((string[])["sub", "iss", "aud", "exp", "iat", "nbf", "auth_time", "nonce", "tfp"])
            .Concat(exchange.Tenant.Content(exchange.Policy).Claims.Where(TokenContent.Plays).Select(claim => claim.Name)).Distinct(StringComparer.Ordinal);

    public static Task KeysAsync(Exchange exchange)
    {
        var (modulus, exponent) = SigningKey.Public;
        exchange.Http.Response.Headers.AccessControlAllowOrigin = "*";
        return exchange.JsonAsync(new
        {
            keys = (object[])[new { kid = SigningKey.Id, use = "sig", kty = "RSA", alg = "RS256", e = exponent, n = modulus }],
        });
    }
}
