using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Web.Pages;
using KmsiConformance.Reference.Web.Rules;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Reference.Web;

/// <summary>
/// The pages on which somebody who is signed in gives themselves another password (W-23), sees all of their sessions (W-26), and ends the
/// others (W-24). Whoever does either goes on in a session that is new.
/// </summary>
internal sealed class OwnAccount(Tenant tenant, WebSessions sessions)
{
    public async Task AnswerAsync(Exchange exchange, WebCookies cookies, string path)
    {
        if (sessions.SignedIn(exchange, cookies) is not { } user)
        {
            exchange.Http.Response.Redirect(QueryHelpers.AddQueryString(WebPaths.SignIn, WebPaths.ReturnParameter, path));
            return;
        }

        if (!exchange.IsPost)
        {
            await exchange.PageAsync(
                path == WebPaths.Password
                    ? PasswordPage.Render(exchange, cookies.FormToken(), message: null)
                    : SessionsPage.Render(exchange, cookies.FormToken(), Listed(exchange, cookies, user)));
            return;
        }

        var form = await exchange.ParametersAsync();
        if (!cookies.IsOwn(form)) await exchange.ErrorPageAsync(WebTrouble.StrangersForm());
        else if (path == WebPaths.Password) await ChangePasswordAsync(exchange, cookies, user, form);
        else GoOn(exchange, cookies, AccountEvent.SessionsRevoked, user);
    }

    private async Task ChangePasswordAsync(Exchange exchange, WebCookies cookies, ReferenceUser user, Parameters form)
    {
        var message = !tenant.Rules.SignIn.AcceptsPassword(user, form["current"] ?? "") ? "The current password is not right."
            : form["new"] is not { Length: > 0 } ? "The new password is missing."
            : form["new"] != form["again"] ? "The two new passwords differ."
            : null;
        if (message is null) GoOn(exchange, cookies, AccountEvent.PasswordChanged, user with { Password = form["new"]! });
        else await exchange.PageAsync(PasswordPage.Render(exchange, cookies.FormToken(), message));
    }

    private void GoOn(Exchange exchange, WebCookies cookies, AccountEvent happened, ReferenceUser user)
    {
        var ticked = cookies.Presented is { } id && tenant.Sessions.Peek(id)?.BoxTicked == true;
        tenant.Happen(happened, user);
        sessions.Begin(exchange, cookies, user, ticked);
        exchange.Http.Response.Redirect(WebPaths.Sessions);
    }

    private IReadOnlyList<ListedSession> Listed(Exchange exchange, WebCookies cookies, ReferenceUser user)
    {
        var own = cookies.Presented;
        return
        [
            .. tenant.Sessions.Snapshot()
                .Where(known => known.Session.Subject == user.ObjectId && !tenant.Rules.Sessions.HasExpired(known.Session, exchange.Now))
                .Select(known => new ListedSession(known.Session.SignedInAt, known.Session.Kept, known.Id == own))
                .Where(tenant.Rules.Of<SiteRules>().Lists)
                .OrderByDescending(listed => listed.SignedInAt),
        ];
    }
}

/// <summary>A session as its user sees it.</summary>
/// <param name="IsOwn">Whether it is the one of the browser that looks.</param>
public sealed record ListedSession(DateTimeOffset SignedInAt, bool Kept, bool IsOwn);
