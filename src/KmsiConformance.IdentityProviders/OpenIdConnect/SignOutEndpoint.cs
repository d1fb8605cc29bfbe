using KmsiConformance.IdentityProviders.Pages;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.IdentityProviders.OpenIdConnect;

/// <summary>Signs people out of the provider, mostly in a hidden frame of the service that asks.</summary>
internal static class SignOutEndpoint
{
    public static async Task AnswerAsync(Provider provider, HttpContext context)
    {
        provider.Observer.SignOutAsked(provider.Name, "end_session");
        if (await MisbehavesAsync(provider, context)) return;
        if (provider.Options.Misbehaves == ProviderMisbehaviour.RequiresHint && context.Request.Query["id_token_hint"].Count == 0)
        {
            await Provider.ErrorAsync(provider, context, "Signing out here takes an id_token_hint.");
            return;
        }

        provider.SignOut(context);
        await Provider.PageAsync(
            context,
            ProviderPages.Telling(provider.Name, "provider-signed-out", "Signed out", $"You are signed out of {provider.Name}."),
            frameable: provider.Options.Misbehaves != ProviderMisbehaviour.RefusesFraming);
    }

    /// <summary>Hangs or fails, where that is how the provider behaves.</summary>
    /// <returns>Whether it did.</returns>
    public static async Task<bool> MisbehavesAsync(Provider provider, HttpContext context)
    {
        switch (provider.Options.Misbehaves)
        {
            case ProviderMisbehaviour.Hangs:
                await context.LeaveUnansweredAsync();
                return true;
            case ProviderMisbehaviour.Fails:
                await Provider.ErrorAsync(provider, context, "Something broke.", StatusCodes.Status500InternalServerError);
                return true;
            default:
                return false;
        }
    }
}
