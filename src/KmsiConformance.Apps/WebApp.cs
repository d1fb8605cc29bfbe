using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KmsiConformance.Apps;

/// <summary>An app whose server does everything: authorization code flow, a cookie session, front-channel sign-out.</summary>
internal sealed class WebApp(AppSite site) : RelyingParty(site)
{
    private readonly SignInPages _signIn = new(site);
    private readonly SignOutPages _signOut = new(site);
    private readonly FrontChannelPages _frontChannel = new(site);
    private readonly BackChannelPages _backChannel = new(site);

    private AppPlace Place => Site.Options.Place;

    public override RegisteredApp Registration(string origin) => new(
        Name, Site.Options.ClientId,
        [origin + Place.Callback, origin + Place.SignedOut, ReturnAddress.OfQuery(origin + Place.SignedOut)],
        Site.Options.LogoutUrl switch
        {
            LogoutUrlBehaviour.None => null,
            LogoutUrlBehaviour.WithQuery => ReturnAddress.OfQuery(origin + Place.LogoutUrl),
            _ => origin + Place.LogoutUrl,
        })
    {
        ClientSecret = Site.Options.ClientSecret,
        BackChannelLogoutUri = Site.Options.BackChannel ? (Place.ServerOrigin ?? origin) + Place.BackChannel : null,
    };

    public override string ProtectedPage(AppVisit visit) => visit.Address(Site.Surroundings.Origin);

    public override string SignOutPage(SignOutRequest request) => _signOut.Address(request);

    public override Task<bool> ReplayCodeAsync() => _signIn.Flow.ReplayCodeAsync();

    public override bool MisuseNextCode(CodeMisuse misuse)
    {
        _signIn.Flow.NextMisuse = misuse;
        return true;
    }

    public override bool ExchangeNextByBasic() => _signIn.Flow.NextByBasic = Site.Options.ClientSecret is not null;

    public override Task<string?> AskUserInfoAsync(string with) => _signIn.Flow.AskUserInfoAsync(with);

    public override Task<bool> ExchangeLateAsync() => _signIn.Flow.ExchangeLateAsync();

    public override Task<bool> MisuseRefreshTokenAsync(RefreshMisuse misuse) => _signIn.Flow.Refresh.MisuseAsync(misuse);

    public override Action TokensAsNow() => base.TokensAsNow() + _signIn.Flow.Refresh.AsNow();

    public override Task<bool> RefreshAsync() => _signIn.Flow.Refresh.UseAsync();

    public override AppState Save() => new(Site.Sessions.Save(), Site.LastIdToken, _signIn.Flow.Refresh.Kept, _backChannel.Seen);

    public override void Restore(AppState saved)
    {
        Site.Sessions.Restore(saved.Sessions, Site.Surroundings.Login);
        Site.LastIdToken = saved.LastIdToken;
        _signIn.Flow.Refresh.Kept = saved.RefreshToken;
        _backChannel.Seen = saved.SeenLogoutTokens;
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").RequireHost(Place.Hosts(Name));
        pages.MapGet("/", _signIn.VisitAsync);
        pages.MapGet(
            AppOptions.PublicPath, context => AppSite.PageAsync(context, AppPages.Doorway(Name, "/" + context.Request.QueryString)));
        pages.MapGet(AppOptions.WelcomePath, context => Site.WelcomeAsync(context, _signIn.VisitAsync));
        pages.MapGet(Place.Callback, (HttpContext context) => context.Request.Query.Count > 0
            ? _signIn.AnswerAsync(context, "query", name => context.Request.Query[name])
            : AppSite.PageAsync(context, AppPages.RelayFragment(Place.Callback)));
        pages.MapPost(Place.Callback, async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            await _signIn.AnswerAsync(
                context, context.Request.Query.ContainsKey(AppPages.Relayed) ? "fragment" : "form_post", name => form[name]);
        });
        pages.MapGet(AppOptions.SignOutPath, _signOut.SignOutAsync);
        pages.MapGet(Place.SignedOut, _signOut.ReturnAsync);
        pages.Map(Place.LogoutUrl, _frontChannel.NotifyAsync);
        pages.MapPost(Place.BackChannel, _backChannel.NotifyAsync);
    }
}
