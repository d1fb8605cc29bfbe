using KmsiConformance.Reference.Http;

namespace KmsiConformance.Reference.Entra;

/// <summary>The discovery document of the tenant.</summary>
internal sealed class EntraMetadata(EntraTenant entra)
{
    public Task ConfigurationAsync(Exchange exchange)
    {
        var root = $"{entra.Tenant.Origin}/{entra.Tenant.Name}";
        exchange.Http.Response.Headers.AccessControlAllowOrigin = "*";
        return exchange.JsonAsync(new
        {
            issuer = entra.Tenant.Issuer,
            authorization_endpoint = $"{root}/oauth2/v2.0/authorize",
            token_endpoint = $"{root}/oauth2/v2.0/token",
            end_session_endpoint = $"{root}/oauth2/v2.0/logout",
            jwks_uri = $"{root}/discovery/v2.0/keys",
            response_modes_supported = (string[])["query", "fragment", "form_post"],
            response_types_supported = (string[])["code", "id_token", "code id_token"],
            scopes_supported = (string[])["openid"],
            subject_types_supported = (string[])["pairwise"],
            id_token_signing_alg_values_supported = (string[])["RS256"],
            token_endpoint_auth_methods_supported = (string[])["client_secret_post", "client_secret_basic", "none"],
            frontchannel_logout_supported = true,
            frontchannel_logout_session_supported = true,
            code_challenge_methods_supported = (string[])["S256"],
            claims_supported = (string[])["sub", "iss", "aud", "exp", "iat", "nbf", "auth_time", "nonce", "name", "preferred_username", "oid", "tid", "sid", "ver"],
        });
    }
}
