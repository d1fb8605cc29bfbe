using KmsiConformance.Reference.Http;
using KmsiConformance.Reference.Pages;
using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference.Entra;

/// <summary>
/// Signs the user out, by GET or POST. The browser is sent on only to an address that some application has registered;
/// any other one ends on the service's own page, signed out all the same.
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
        var registered = uri is not null && tenant.Apps.Any(app => tenant.Conduct.IsRegistered(app, uri));
        await exchange.PageAsync(registered
            ? SigningOutPage.Render(exchange, LogoutEndpoint.WithState(uri!, parameters["state"]))
            : SignedOutPage.Render(exchange));
    }
}
