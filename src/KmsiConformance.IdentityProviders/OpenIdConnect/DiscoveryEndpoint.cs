using Microsoft.AspNetCore.Http;

namespace KmsiConformance.IdentityProviders.OpenIdConnect;

/// <summary>The discovery document and the keys. A plain OAuth 2.0 provider has neither.</summary>
internal static class DiscoveryEndpoint
{
    public static Task ConfigurationAsync(Provider provider, HttpContext context)
    {
        if (provider.Options.Protocol != ProviderProtocol.OpenIdConnect) return NotFound(context);
        var document = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = provider.Origin,
            ["authorization_endpoint"] = provider.Origin + ProviderPaths.Authorize,
            ["token_endpoint"] = provider.Origin + ProviderPaths.Token,
            ["userinfo_endpoint"] = provider.Origin + ProviderPaths.UserInfo,
            ["jwks_uri"] = provider.Origin + ProviderPaths.Keys,
            ["response_types_supported"] = (string[])["code"],
            ["response_modes_supported"] = (string[])["query", "form_post"],
            ["subject_types_supported"] = (string[])["public"],
            ["id_token_signing_alg_values_supported"] = (string[])[provider.Options.Algorithm],
            ["code_challenge_methods_supported"] = (string[])["S256"],
            ["authorization_response_iss_parameter_supported"] = true,
        };

        // this line is what makes a service sign people out here.
        if (provider.Options.EndSession) document["end_session_endpoint"] = provider.Origin + ProviderPaths.EndSession;
        return context.Response.WriteAsJsonAsync(document);
    }

    public static Task KeysAsync(Provider provider, HttpContext context) => provider.Options.Protocol == ProviderProtocol.OpenIdConnect
        ? context.Response.WriteAsJsonAsync(new { keys = (object[])[provider.Key.ForTokens(provider.Options.Algorithm).Public] })
        : NotFound(context);

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
