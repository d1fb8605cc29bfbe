using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.SignOut;

namespace KmsiConformance.Reference.AzureAd;

/// <summary>
/// Signs the user out, by GET or POST. The browser is sent on only to an address that some application has registered;
/// any other one ends on the service's own page, signed out all the same. The other applications of the session are told
/// in frames, with <c>iss</c> and <c>sid</c>.
/// </summary>
internal sealed class AzureAdLogout(AzureAdTenant azureAd)
{
    public async Task AnswerAsync(Exchange exchange)
    {
        var parameters = await exchange.ParametersAsync();
        var tenant = azureAd.Tenant;
        var transition = tenant.Sessions.Apply(AzureAdCookies.Presented(exchange), new SignOutAsked(AzureAdTenant.Lifetimes, exchange.Now));
        AzureAdCookies.Carry(exchange, transition.Cookie);

        var uri = parameters["post_logout_redirect_uri"];
        var owner = uri is null ? null : tenant.Apps.FirstOrDefault(app => tenant.Rules.PostLogoutRedirect.IsRegistered(app, uri));
        var told = await SignOutNotifications.OfAsync(exchange, transition.SignedOut, tenant.App(parameters["client_id"]) ?? owner);
        await exchange.PageAsync(owner is null
            ? SignedOutPage.Render(exchange, told)
            : SigningOutPage.Render(exchange, exchange.Tenant.Rules.PostLogoutRedirect.AddressWithState(uri!, parameters["state"]), told));
    }
}
