using KmsiConformance.Ledger;
using KmsiConformance.Sites.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KmsiConformance.Apps.SinglePage;

/// <summary>
/// An app that runs in the page: the page itself exchanges the code across origins, keeps the tokens in the browser's
/// storage, and renews them in a hidden frame with <c>prompt=none</c>, or by a refresh token that it keeps there too. It has no
/// cookies.
/// </summary>
internal sealed class SinglePageApp : RelyingParty
{
    /// <summary>Roles of its pages.</summary>
    public const string Visit = "visit", Answer = "answer", Renewal = "renewal", Renewed = "renewed", Refresh = "refresh",
        SignOut = "sign-out";

    /// <summary>Path of the redirect URI of renewals.</summary>
    public const string SilentPath = "/signin-silent";

    private const string RenewalPath = "/renew";
    private const string RefreshPath = "/refresh";

    private readonly CodeFlow _flow;
    private readonly LogoutFlow _logout;
    private readonly SinglePageCommands _orders;

    public SinglePageApp(AppSite site) : base(site)
    {
        _flow = new CodeFlow(site);
        _logout = new LogoutFlow(site);
        _orders = new SinglePageCommands(site, _flow, _logout);
    }

    public override string? SessionCookie => null;

    public override RegisteredApp Registration(string origin) => new(
        Name, Site.Options.ClientId, [origin + Site.Options.Place.Callback, origin + SilentPath, origin + Site.Options.Place.SignedOut],
        Site.Options.LogoutUrl == LogoutUrlBehaviour.None ? null : origin + Site.Options.Place.LogoutUrl)
    {
        SinglePage = true,
    };

    public override string ProtectedPage(AppVisit visit) => visit.Address(Site.Surroundings.Origin);

    public override string SignOutPage(SignOutRequest request) =>
        _logout.Address(Site.Surroundings.Origin + AppOptions.SignOutPath, request);

    public override string RenewalPage => Site.Surroundings.Origin + RenewalPath;

    public override string RefreshPage => Site.Surroundings.Origin + RefreshPath;

    public override Action TokensAsNow() => base.TokensAsNow() + _flow.Refresh.AsNow();

    public override Task<bool> MisuseRefreshTokenAsync(RefreshMisuse misuse) => _flow.Refresh.MisuseAsync(misuse);

    public override Task<bool> ReplayCodeAsync() => _flow.ReplayCodeAsync();

    public override void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").RequireHost(Site.Options.Place.Hosts(Name));
        MapPage("/", Visit);
        MapPage(Site.Options.Place.Callback, Answer);
        MapPage(RenewalPath, Renewal);
        MapPage(SilentPath, Renewed);
        MapPage(RefreshPath, Refresh);
        MapPage(AppOptions.SignOutPath, SignOut);
        pages.MapGet(
            AppOptions.PublicPath, context => AppSite.PageAsync(context, AppPages.Doorway(Name, "/" + context.Request.QueryString)));
        pages.MapGet(Site.Options.Place.SignedOut, async (HttpContext context) =>
        {
            _logout.Returned(context.Request.Query["state"]);
            await AppSite.PageAsync(context, AppPages.Page(Name, "Signed out", "See you soon."));
        });
        pages.MapPost(CommandedPage.CommandsPath, _orders.AnswerAsync);
        pages.MapPost(CommandedPage.ForgottenPath, (HttpContext _) =>
        {
            Site.Ledger.Append(new AppSessionEnded(Name, "notified"));
            return Results.NoContent();
        });
        pages.Map(Site.Options.Place.LogoutUrl, NotifyAsync);

        void MapPage(string path, string role) =>
            pages.MapGet(path, context => AppSite.PageAsync(context, SinglePageHtml.Page(Site, role)));
    }

    // Nothing that the server is sent says whether the browser has tokens: what they find there, only the page knows.
    private Task NotifyAsync(HttpContext context)
    {
        var behaviour = Site.Options.LogoutUrl;
        Site.Ledger.Append(new AppNotified(
            Name, context.Request.Method, false, false, FrontChannelPages.Parameter(context, "iss"),
                FrontChannelPages.SessionFingerprint(context), FrontChannelPages.Status(behaviour)));
        return FrontChannelPages.AnswerAsync(context, Site, FrontChannelPages.Clears(behaviour) ? SinglePageHtml.Forget(Site) : null);
    }
}
