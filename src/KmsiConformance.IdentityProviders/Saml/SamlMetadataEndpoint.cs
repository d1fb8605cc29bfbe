using KmsiConformance.Saml;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.IdentityProviders.Saml;

/// <summary>What the provider says about itself.</summary>
internal static class SamlMetadataEndpoint
{
    public static string EntityId(Provider provider) => provider.Origin + ProviderPaths.SamlMetadata;

    public static Task AnswerAsync(Provider provider, HttpContext context)
    {
        if (provider.Options.Protocol != ProviderProtocol.Saml)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // the SingleLogoutService is what makes a service sign people out here.
        var metadata = new EntityMetadata(
            EntityId(provider), [provider.Key.Certificate], provider.Origin + ProviderPaths.SamlSignIn, null,
            provider.Options.EndSession ? provider.Origin + ProviderPaths.SamlSignOut : null);
        context.Response.ContentType = "application/samlmetadata+xml";
        return context.Response.WriteAsync(metadata.Write(), context.RequestAborted);
    }
}
