using KmsiConformance.Reference.Http;
using KmsiConformance.Reference.Pages;
using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference.Entra;

/// <summary>
/// Signs the user out, by GET or POST. The browser is sent on only to an address that some application has registered;
/// any other one ends on the service's own page, signed out all the same. The other applications of the session are told
/// in frames, with <c>iss</c> and <c>sid</c>.
/// </summary>
internal sealed class EntraLogout(EntraTenant entra)
{
    public async Task AnswerAsync(Exchange exchange)
    {
        var parameters = await exchange.ParametersAsync();
        var tenant = entra.Tenant;
        var transition = tenant.Sessions.Apply(EntraCookies.Presented(exchange), new SignOutAsked(EntraTenant.Lifetimes, exchange.Now));
        EntraCookies.Carry(exchange, transition.Cookie);

        var uri = parameters["post_logout_redirect_uri"];
        var owner = uri is null ? null : tenant.Apps.FirstOrDefault(app => tenant.Conduct.IsRegistered(app, uri));
        var told = await SignOutNotifications.OfAsync(exchange, transition.SignedOut, tenant.App(parameters["client_id"]) ?? owner);
        await exchange.PageAsync(owner is null
            ? SignedOutPage.Render(exchange, told)
            : SigningOutPage.Render(exchange, exchange.Tenant.Conduct.AddressWithState(uri!, parameters["state"]), told));
    }
}
