using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.SignOut;
using KmsiConformance.Reference.Kernel.Tokens;
using KmsiConformance.Reference.OpenIdConnect.Pages;

namespace KmsiConformance.Reference.OpenIdConnect.SignOut;

/// <summary>
/// RP-Initiated Logout: by GET or POST; asks the user unless a hint shows that the request comes from an application of
/// this session; sends the browser on only to an address registered for that application.
/// </summary>
internal sealed class OpenIdLogout(Tenant tenant)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ExpiringStore<PendingSignOut> _pending = new(tenant.Clock, pending => pending.ExpiresAt);
    private readonly BackChannel _backChannel = new(tenant);

    public async Task AnswerAsync(Exchange exchange)
    {
        var (request, trouble) = SignOutRequest.Read(tenant, await exchange.ParametersAsync());
        var id = OpenIdCookies.Presented(exchange);
        var session = id is null ? null : tenant.Sessions.Peek(id);
        if (request is null)
        {
            await RefuseAsync(exchange, tenant.Dialect.Say(trouble!), session is null ? null : id);
        }
        else if (id is not null && session is not null
            && tenant.Rules.SignOut.AsksBeforeSignOut(request.IsOf(session, tenant.Rules.SignOut)))
        {
            // Who is not signed in is not asked whether to sign out; that is no error either (N-39).
            await exchange.PageAsync(ConfirmSignOutPage.Render(exchange, Remember(exchange, id, request), request.App));
        }
        else
        {
            await SignOutAsync(exchange, request);
        }
    }

    // The user may still sign out, but nobody is told where to go from here (N-40).
    private Task RefuseAsync(Exchange exchange, Trouble trouble, SessionId? id) => id is null
        ? exchange.ErrorPageAsync(trouble)
        : exchange.PageAsync(
            RefusedSignOutPage.Render(exchange, trouble, Remember(exchange, id, SignOutRequest.OfTheUser)), RefusedSignOutPage.Status);

    private string Remember(Exchange exchange, SessionId id, SignOutRequest request)
    {
        var name = PageFlow.Secret();
        _pending.Put(name, new PendingSignOut(id, request, exchange.Now + Patience));
        return name;
    }

    /// <summary>What the user answered.</summary>
    public async Task TakeConfirmationAsync(Exchange exchange)
    {
        var form = await exchange.ParametersAsync();
        if (!exchange.IsPost
            || form["pending"] is not { } name
            || _pending.Take(name) is not { } pending
            || (tenant.Rules.SignOut.BindsTheAnswerToTheSession && pending.Session != OpenIdCookies.Presented(exchange)))
            await exchange.ErrorPageAsync(OpenIdTrouble.LostState());
        else if (form["answer"] is "yes")
            await SignOutAsync(exchange, pending.Request, confirmed: true);
        else
            await exchange.PageAsync(StillSignedInPage.Render(exchange));
    }

    private async Task SignOutAsync(Exchange exchange, SignOutRequest request, bool confirmed = false)
    {
        var (session, asked) = (OpenIdCookies.Presented(exchange), new SignOutAsked(exchange.Policy.Settings, exchange.Now));
        var toldFirst = !tenant.Rules.Notification.SignsOutAfterAFailure;
        if (toldFirst && !await _backChannel.TellAsync(session is null ? null : tenant.Sessions.Peek(session)))
        {
            await exchange.ErrorPageAsync(OpenIdTrouble.NotTold());
            return;
        }

        var transition = tenant.Rules.SignOut.EndsOnTheServer(confirmed)
            ? tenant.Sessions.Apply(session, asked)
            : SessionEngine.Next(session is null ? null : tenant.Sessions.Peek(session), asked, tenant.Rules.Sessions);
        OpenIdCookies.Carry(exchange, transition.Cookie);

        // The server tells first what it can tell itself; the page then tells the rest, and leaves last (N-37).
        if (!toldFirst) await _backChannel.TellAsync(transition.SignedOut);
        var told = await SignOutNotifications.OfAsync(exchange, transition.SignedOut, request.App);
        await exchange.PageAsync(request.ReturnTo is { } uri
            ? SigningOutPage.Render(exchange, tenant.Rules.PostLogoutRedirect.AddressWithState(uri, request.State), told)
            : SignedOutPage.Render(exchange, told));
    }

    private sealed record PendingSignOut(SessionId Session, SignOutRequest Request, DateTimeOffset ExpiresAt);
}
