using System.Collections.Concurrent;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Worlds.Apps;

/// <summary>The sign-out of an app, and the page to which the browser comes back.</summary>
internal sealed class SignOutPages(AppSite site)
{
    private const string As = "as";
    private readonly ConcurrentDictionary<string, SignOutRequest> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _states = new(StringComparer.Ordinal);

    /// <summary>The address to open for a sign-out of that manner.</summary>
    public string Address(SignOutRequest request)
    {
        var key = SignInAttempt.Random();
        _asked[key] = request;
        return QueryHelpers.AddQueryString(site.Surroundings.Origin + AppOptions.SignOutPath, As, key);
    }

    /// <summary>Ends the app's own session, then sends the browser to the login endpoint's logout .</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        var request = _asked.GetValueOrDefault(context.Request.Query[As].ToString()) ?? new SignOutRequest(new SignOutManner());
        var ended = site.Sessions.End(site.Cookie.Presented(context));
        site.Cookie.Delete(context);
        if (ended is not null) site.Ledger.Append(new AppSessionEnded(site.Name, "sign-out"));

        var login = ended?.Login ?? site.Surroundings.Login;
        var endpoint = await login.MetadataAsync("end_session_endpoint");
        var parameters = Parameters(request, ended?.IdToken);
        if (request.Manner.Method == "post") await AppSite.PageAsync(context, AppPages.Post(endpoint, parameters));
        else context.Response.Redirect(QueryHelpers.AddQueryString(endpoint, parameters));
    }

    /// <summary>The post-logout redirect URI.</summary>
    public async Task ReturnAsync(HttpContext context)
    {
        site.Ledger.Append(new AppReturned(site.Name, _states.TryRemove(context.Request.Query["state"].ToString(), out _)));
        await AppSite.PageAsync(context, AppPages.Page(site.Name, "Signed out", "See you soon."));
    }

    private Dictionary<string, string?> Parameters(SignOutRequest request, string? idToken)
    {
        var manner = request.Manner;
        var state = SignInAttempt.Random() + (manner.State == "special" ? SignOutRequest.SpecialCharacters : "");
        _states[state] = true;
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = state };
        if (ReturnAddress.Of(manner.ReturnTo, site.Surroundings) is { } address) parameters["post_logout_redirect_uri"] = address;
        if (manner.NamesClient) parameters["client_id"] = site.Options.ClientId;
        if (request.Hint(idToken) is { } hint) parameters["id_token_hint"] = hint;
        return parameters;
    }
}
