using KmsiConformance.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Apps;

/// <summary>
/// An app on the user's device: it opens the browser to sign in, and gets the answer through an address of its own scheme,
/// which the system hands to it. Its session is its own memory; it has no cookies, and nothing that a sign-out
/// elsewhere could call.
/// </summary>
internal sealed class NativeApp(AppSite site) : RelyingParty(site)
{
    private readonly CodeFlow _flow = new(site);
    private readonly LogoutFlow _logout = new(site);
    private AppSession? _session;

    public override string? SessionCookie => null;

    public override string? Scheme => Site.Options.Scheme;

    public override RegisteredApp Registration(string origin) =>
        new(Name, Site.Options.ClientId, [Site.RedirectUri, origin + Site.Options.Place.SignedOut]);

    public override string ProtectedPage(AppVisit visit) => visit.Address($"{Site.Options.Scheme}://open");

    public override string SignOutPage(SignOutRequest request) => _logout.Address($"{Site.Options.Scheme}://sign-out", request);

    public override Task<bool> ReplayCodeAsync() => _flow.ReplayCodeAsync();

    // A page of the maker that sends the browser into the app: no browser has to leave the web by script for it.
    public override void Map(IEndpointRouteBuilder routes) => routes.MapGroup("").RequireHost(Site.Options.Place.Hosts(Name))
        .MapGet(
            Site.Options.Place.SignedOut,
            (HttpContext context) => context.Response.Redirect($"{Scheme}://signed-out{context.Request.QueryString}"));

    public override async Task<string?> HandOverAsync(string address)
    {
        var url = new Uri(address);
        var query = QueryHelpers.ParseQuery(url.Query);
        switch (url.Host)
        {
            case "open":
                return await OpenAsync(AppVisit.Of(new QueryCollection(query)));
            case "auth":
                await AnswerAsync(name => query.TryGetValue(name, out var value) ? value.ToString() : null);
                return null;
            case "sign-out":
                var (endpoint, parameters) = await _logout.LogoutAsync(_logout.Asked(query[LogoutFlow.As]), End());
                return QueryHelpers.AddQueryString(endpoint, parameters);
            case "signed-out":
                _logout.Returned(query.TryGetValue("state", out var state) ? state.ToString() : null);
                return null;
            default:
                return null;
        }
    }

    private async Task<string?> OpenAsync(AppVisit visit)
    {
        var isSignedIn = _session is { } session && session.ExpiresAt > Site.Clock.GetUtcNow();
        Site.Ledger.Append(new AppVisited(Name, isSignedIn));
        return isSignedIn ? null : (await _flow.BeginAsync(visit, Site.RedirectUri)).Address;
    }

    private async Task AnswerAsync(Func<string, string?> parameter)
    {
        var attempt = _flow.Take(parameter("state") ?? "", _ => true);
        if (_flow.Refusal(attempt, parameter) is not null || await _flow.RedeemAsync(attempt!, parameter("code") ?? "") is not { } session)
            return;
        _session = session;
        _flow.Began(session);
    }

    private AppSession? End()
    {
        var ended = _session;
        _session = null;
        if (ended is not null) Site.Ledger.Append(new AppSessionEnded(Name, "sign-out"));
        return ended;
    }
}
