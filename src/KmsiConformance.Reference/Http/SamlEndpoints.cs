using KmsiConformance.Reference.Federation;
using KmsiConformance.Reference.Pages;
using KmsiConformance.Reference.Tokens;
using KmsiConformance.Saml;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.Http;

/// <summary>What the policy says about itself in SAML, and where others answer its LogoutRequests.</summary>
internal static class SamlEndpoints
{
    /// <summary>With <c>idptp</c>, which names a technical profile, the service provider; without it the identity provider.</summary>
    public static Task MetadataAsync(Exchange exchange)
    {
        var (tenant, policy) = (exchange.Tenant, exchange.Policy);
        var metadata = new EntityMetadata(
            SamlPaths.EntityId(tenant, policy), [SamlKey.Certificate], null, SamlPaths.Of(tenant, policy, SamlPaths.Consumer), SamlPaths.Of(tenant, policy, SamlPaths.SignOut));
        exchange.Http.Response.ContentType = "application/samlmetadata+xml";
        return exchange.Http.Response.WriteAsync(metadata.Write(), exchange.Http.RequestAborted);
    }

    /// <summary>An identity provider's LogoutResponse arrives in the frame that carried the request; nothing depends on what it says .</summary>
    public static Task SignOutAsync(Exchange exchange) => exchange.Query()[RedirectBinding.Response] is null
        ? exchange.ErrorPageAsync(Trouble.Missing(RedirectBinding.Request))
        : exchange.PageAsync(SignOutAnswerPage.Render(exchange));
}
