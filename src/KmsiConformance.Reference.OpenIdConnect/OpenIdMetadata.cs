using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.OpenIdConnect;

/// <summary>The discovery document (N-21, N-31, N-52).</summary>
internal static class OpenIdMetadata
{
    public static Task ConfigurationAsync(Exchange exchange)
    {
        var root = exchange.Tenant.Origin;
        return DiscoveryDocument.AnswerAsync(
            exchange,
            [
                ("authorization_endpoint", $"{root}/authorize"),
                ("token_endpoint", $"{root}/token"),
                ("userinfo_endpoint", $"{root}/userinfo"),
                ("end_session_endpoint", $"{root}/sign-out"),
                ("check_session_iframe", $"{root}/session"),
                ("jwks_uri", $"{root}/keys"),
            ],
            ("subject_types_supported", (string[])["public"]),
            ("prompt_values_supported", (string[])["none", "login", "consent", "select_account"]),
            (
                "claims_supported",
                (string[])["sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "sid", "name", "given_name", "family_name", "email"]),
            ("frontchannel_logout_supported", true),
            ("frontchannel_logout_session_supported", true),
            ("backchannel_logout_supported", true),
            ("backchannel_logout_session_supported", true));
    }
}
