using KmsiConformance.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Apps;

/// <summary>The sign-out of an app, and the page to which the browser comes back.</summary>
internal sealed class SignOutPages(AppSite site)
{
    private readonly LogoutFlow _flow = new(site);

    /// <summary>The address to open for a sign-out of that manner.</summary>
    public string Address(SignOutRequest request) => _flow.Address(site.Surroundings.Origin + AppOptions.SignOutPath, request);

    /// <summary>Ends the app's own session, then sends the browser to the login endpoint's logout .</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        var request = _flow.Asked(context.Request.Query[LogoutFlow.As]);
        var ended = site.Sessions.End(site.Cookie.Presented(context));
        site.Cookie.Delete(context);
        if (ended is not null) site.Ledger.Append(new AppSessionEnded(site.Name, "sign-out"));

        var (endpoint, parameters) = await _flow.LogoutAsync(request, ended);
        if (request.Manner.Method == "post") await AppSite.PageAsync(context, AppPages.Post(endpoint, parameters));
        else context.Response.Redirect(QueryHelpers.AddQueryString(endpoint, parameters));
    }

    /// <summary>The post-logout redirect URI.</summary>
    public async Task ReturnAsync(HttpContext context)
    {
        var query = context.Request.Query;
        _flow.Returned(query["state"], query[ReturnAddress.Query.Name]);
        await AppSite.PageAsync(context, AppPages.Page(site.Name, "Signed out", "See you soon."));
    }
}
