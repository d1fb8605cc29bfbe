using KmsiConformance.Reference.Http;

namespace KmsiConformance.Reference.OpenId;

/// <summary>The discovery document (N-21, N-31, N-52).</summary>
internal static class OpenIdMetadata
{
    public static Task ConfigurationAsync(Exchange exchange)
    {
        var root = exchange.Tenant.Origin;
        exchange.Http.Response.Headers.AccessControlAllowOrigin = "*";
        return exchange.JsonAsync(new
        {
            issuer = exchange.Tenant.Issuer,
            authorization_endpoint = $"{root}/authorize",
            token_endpoint = $"{root}/token",
            userinfo_endpoint = $"{root}/userinfo",
            end_session_endpoint = $"{root}/sign-out",
            check_session_iframe = $"{root}/session",
            jwks_uri = $"{root}/keys",
            response_modes_supported = (string[])["query", "fragment", "form_post"],
            response_types_supported = (string[])["code", "id_token", "code id_token"],
            scopes_supported = (string[])["openid"],
            subject_types_supported = (string[])["public"],
            id_token_signing_alg_values_supported = (string[])["RS256"],
            token_endpoint_auth_methods_supported = (string[])["client_secret_post", "client_secret_basic", "none"],
            code_challenge_methods_supported = (string[])["S256"],
            prompt_values_supported = (string[])["none", "login", "consent", "select_account"],
            claims_supported = (string[])["sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "sid", "name", "given_name", "family_name", "email"],
            frontchannel_logout_supported = true,
            frontchannel_logout_session_supported = true,
            backchannel_logout_supported = true,
            backchannel_logout_session_supported = true,
        });
    }
}
