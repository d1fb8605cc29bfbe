using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Web.Pages;
using KmsiConformance.Reference.Web.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Reference.Web;

/// <summary>
/// A plain site with a sign-in page of its own, pages that need a sign-in, and a button that signs out. It speaks no protocol: a cookie
/// names the session, and that is all. The list below is everything that it answers.
/// </summary>
internal sealed class WebSite(Tenant tenant, WebSettings settings) : ILoginService
{
    private readonly WebSessions _sessions = new(tenant);

    private SiteRules Site => tenant.Rules.Of<SiteRules>();

    public string CacheControl => "no-store";

    public string ReferrerPolicy => "same-origin";

    /// <summary>The settings of the site as other products have them.</summary>
    public static LoginPolicy Policy(string name, WebSettings settings) =>
        new(name, settings.Sessions, TokenLifetimes.Default, settings.OffersBox, RemembersApps: false);

    public string DiscoveryPath(string policyId) => throw new NotSupportedException("A site without a protocol describes itself nowhere.");

    public Task<Exchange> ExchangeAsync(HttpContext http) => Task.FromResult(new Exchange(http, tenant, tenant.Policies.First()));

    public async Task AnswerAsync(Exchange exchange)
    {
        var (path, cookies) = (exchange.Http.Request.Path.Value ?? "", new WebCookies(exchange, settings.CookieParts));
        await (path switch
        {
            "/" => exchange.PageAsync(HomePage.Render(exchange, settings.Areas)),
            WebPaths.SignIn when exchange.IsPost => TakeCredentialsAsync(exchange, cookies),
            WebPaths.SignIn => AskFirstAsync(exchange, cookies),
            WebPaths.SignOut => SignOutAsync(exchange, cookies),
            WebPaths.Password or WebPaths.Sessions => new OwnAccount(tenant, _sessions).AnswerAsync(exchange, cookies, path),
            _ when WebPaths.AreaAt(path) is { } area && settings.Areas.Contains(area) => AreaAsync(exchange, cookies, area),
            _ => exchange.ErrorPageAsync(Trouble.UnknownAddress(), StatusCodes.Status404NotFound),
        });
    }

    private Task AreaAsync(Exchange exchange, WebCookies cookies, string area)
    {
        if (_sessions.SignedIn(exchange, cookies) is { } user)
        {
            exchange.Log("silent", user.UserName);
            return exchange.PageAsync(AreaPage.Render(exchange, area, user, cookies.FormToken(), cookies.Handle));
        }

        exchange.Http.Response.Redirect(QueryHelpers.AddQueryString(WebPaths.SignIn, WebPaths.ReturnParameter, WebPaths.Area(area)));
        return Task.CompletedTask;
    }

    private Task AskFirstAsync(Exchange exchange, WebCookies cookies)
    {
        exchange.Log("page-shown");
        return AskAsync(exchange, cookies, exchange.Query()[WebPaths.ReturnParameter]);
    }

    private Task AskAsync(Exchange exchange, WebCookies cookies, string? next, string? userName = null, string? message = null) =>
        exchange.PageAsync(SignInPage.Render(exchange, cookies.FormToken(), next, userName, message));

    private async Task TakeCredentialsAsync(Exchange exchange, WebCookies cookies)
    {
        var form = await exchange.ParametersAsync();
        if (!cookies.IsOwn(form))
        {
            await exchange.ErrorPageAsync(WebTrouble.StrangersForm());
            return;
        }

        var next = form[WebPaths.ReturnParameter];
        var user = tenant.UserNamed(form["username"]?.Trim() ?? "");
        if (user is null || !tenant.Rules.SignIn.AcceptsPassword(user, form["password"] ?? ""))
        {
            if (user is not null && tenant.Rules.SignIn.RejectedPasswordBeginsSession)
                _sessions.Begin(exchange, cookies, user, ticked: false);
            exchange.Log("rejected", user?.UserName);
            await AskAsync(exchange, cookies, next, form["username"], "The user name or password is not right.");
            return;
        }

        var handle = _sessions.Begin(exchange, cookies, user, ticked: form["remember"] is "true");
        exchange.Log("signed-in", user.UserName, keepMeSignedIn: form["remember"] is "true");
        var address = Site.ReturnTo(next, tenant.Origin) ?? "/";
        exchange.Http.Response.Redirect(
            Site.PutsTheSessionIntoAddresses ? QueryHelpers.AddQueryString(address, "session", handle) : address);
    }

    private async Task SignOutAsync(Exchange exchange, WebCookies cookies)
    {
        if (!Site.SignsOutByLink && !(exchange.IsPost && cookies.IsOwn(await exchange.ParametersAsync())))
        {
            await exchange.ErrorPageAsync(WebTrouble.StrangersForm());
            return;
        }

        var transition = tenant.Sessions.Apply(cookies.Presented, new SignOutAsked(exchange.Policy.Settings, exchange.Now));
        cookies.Carry(transition.Cookie);
        exchange.Log("signed-out", tenant.UserWithId(transition.SignedOut?.Subject ?? "")?.UserName);
        await exchange.PageAsync(SignedOutPage.Render(exchange));
    }
}
