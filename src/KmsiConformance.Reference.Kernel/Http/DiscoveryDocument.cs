namespace KmsiConformance.Reference.Kernel.Http;

/// <summary>What the discovery documents of this server's products say alike.</summary>
internal static class DiscoveryDocument
{
    /// <summary>Answers with a document.</summary>
    /// <param name="endpoints">The address of each endpoint, by its name in the document.</param>
    /// <param name="more">What else the product says; wins over what is said alike.</param>
    public static Task AnswerAsync(
        Exchange exchange, IEnumerable<(string Name, string Address)> endpoints, params IEnumerable<(string Name, object Value)> more)
    {
        var document = new Dictionary<string, object>(StringComparer.Ordinal) { ["issuer"] = exchange.Tenant.Issuer };
        foreach (var (name, address) in endpoints) document[name] = address;
        document["response_modes_supported"] = (string[])["query", "fragment", "form_post"];
        document["response_types_supported"] = (string[])["code", "id_token", "code id_token"];
        document["scopes_supported"] = (string[])["openid", "offline_access"];
        document["grant_types_supported"] = (string[])["authorization_code", "implicit", "refresh_token"];
        document["id_token_signing_alg_values_supported"] = (string[])[exchange.Tenant.SigningKey.Algorithm];
        document["token_endpoint_auth_methods_supported"] = (string[])["client_secret_post", "client_secret_basic", "none"];
        document["code_challenge_methods_supported"] = (string[])["S256"];
        foreach (var (name, value) in more) document[name] = value;

        exchange.Http.Response.Headers.AccessControlAllowOrigin = "*";
        return exchange.JsonAsync(document);
    }

    /// <summary>The endpoints below a root, in the way that Azure AD and Azure AD B2C lay them out.</summary>
    public static IEnumerable<(string Name, string Address)> MicrosoftEndpoints(string root) =>
    [
        ("authorization_endpoint", $"{root}/oauth2/v2.0/authorize"),
        ("token_endpoint", $"{root}/oauth2/v2.0/token"),
        ("end_session_endpoint", $"{root}/oauth2/v2.0/logout"),
        ("jwks_uri", $"{root}/discovery/v2.0/keys"),
    ];
}
