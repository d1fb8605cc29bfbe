using System.Collections.Concurrent;
using KmsiConformance.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Worlds.Apps;

/// <summary>The sign-out of an app, and the page to which the browser comes back.</summary>
internal sealed class SignOutPages(AppSite site)
{
    private const string Hint = "hint";
    private const string ReturnTo = "return-to";
    private readonly ConcurrentDictionary<string, bool> _states = new(StringComparer.Ordinal);

    /// <summary>The address to open.</summary>
    /// <param name="sendsHint">Whether the logout request carries the app's id_token.</param>
    /// <param name="returnsToStranger">Whether it asks to return to an address that is not registered.</param>
    public string Address(bool sendsHint, bool returnsToStranger)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (!sendsHint) query[Hint] = "none";
        if (returnsToStranger) query[ReturnTo] = "stranger";
        return QueryHelpers.AddQueryString(site.Surroundings.Origin + AppOptions.SignOutPath, query);
    }

    /// <summary>Ends the app's own session, then sends the browser to the login endpoint's logout .</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        var ended = site.Sessions.End(context.Request.Cookies[site.SessionCookie]);
        context.Response.Cookies.Delete(site.SessionCookie, new CookieOptions { Secure = true, SameSite = SameSiteMode.Lax, Path = "/" });
        if (ended is not null) site.Ledger.Append(new AppSessionEnded(site.Name, "sign-out"));

        var state = SignInAttempt.Random();
        _states[state] = true;
        var origin = context.Request.Query[ReturnTo] == "stranger" ? site.Surroundings.Stranger : site.Surroundings.Origin;
        var request = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["post_logout_redirect_uri"] = origin + AppOptions.SignedOutPath,
            ["client_id"] = site.Options.ClientId,
            ["state"] = state,
        };
        if (ended is not null && context.Request.Query[Hint] != "none") request["id_token_hint"] = ended.IdToken;
        var login = ended?.Login ?? site.Surroundings.Login;
        context.Response.Redirect(QueryHelpers.AddQueryString(await login.MetadataAsync("end_session_endpoint"), request));
    }

    /// <summary>The post-logout redirect URI.</summary>
    public async Task ReturnAsync(HttpContext context)
    {
        site.Ledger.Append(new AppReturned(site.Name, _states.TryRemove(context.Request.Query["state"].ToString(), out _)));
        await AppSite.PageAsync(context, AppPages.Page(site.Name, "Signed out", "See you soon."));
    }
}
