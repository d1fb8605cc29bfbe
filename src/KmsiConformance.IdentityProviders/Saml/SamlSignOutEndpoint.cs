using KmsiConformance.IdentityProviders.OpenIdConnect;
using KmsiConformance.IdentityProviders.Pages;
using KmsiConformance.Saml;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.IdentityProviders.Saml;

/// <summary>The SingleLogoutService: ends the session that a signed LogoutRequest names, and answers with a LogoutResponse.</summary>
internal static class SamlSignOutEndpoint
{
    public static async Task AnswerAsync(Provider provider, HttpContext context)
    {
        provider.Observer.SignOutAsked(provider.Name, "LogoutRequest");
        if (await SignOutEndpoint.MisbehavesAsync(provider, context)) return;
        try
        {
            var asked = LogoutRequest.Read(
                RedirectBinding.Message(context.Request.Query[RedirectBinding.Request].ToString()), provider.Origin +
                    ProviderPaths.SamlSignOut, provider.Clock
                    .GetUtcNow());
            var service = await provider.Services.FindAsync(asked.Issuer, context.RequestAborted);
            RedirectBinding.Verify(context.Request.QueryString.Value ?? "", service.Certificates);

            // The request names the session: it ends even where the browser keeps its cookie from the frame.
            provider.SignOut(context, asked.Subject, asked.SessionIndex);
            if (service.SignOutUrl is { } answerAt && provider.Options.Misbehaves != ProviderMisbehaviour.RefusesFraming)
            {
                var response = new LogoutResponse(
                    SamlMetadataEndpoint.EntityId(provider), answerAt, asked.Id, SamlNames.Success, provider.Clock.GetUtcNow());
                context.Response.Redirect(
                    RedirectBinding.Address(
                        answerAt, RedirectBinding.Response, response.Write(),
                        context.Request.Query[RedirectBinding.RelayState].FirstOrDefault(), provider.SigningKey.Certificate));
                return;
            }

            await Provider.PageAsync(
                context,
                ProviderPages.Telling(provider.Name, "provider-signed-out", "Signed out", $"You are signed out of {provider.Name}."),
                frameable: provider.Options.Misbehaves != ProviderMisbehaviour.RefusesFraming);
        }
        catch (SamlRefusedException refused)
        {
            await Provider.ErrorAsync(provider, context, refused.Message);
        }
    }
}
