using KmsiConformance.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KmsiConformance.Worlds.Apps;

/// <summary>
/// A web app on a site of its own that signs users in, keeps a cookie session of its own, and records what happens to
/// it in the world's ledger.
/// </summary>
/// <param name="options">Its settings.</param>
/// <param name="ledger">Where it records.</param>
/// <param name="clock">The world's clock.</param>
public sealed class RelyingParty(AppOptions options, WorldLedger ledger, TimeProvider clock)
{
    private readonly AppPagesOf _pages = new(new AppSite(options, ledger, clock));

    public string Name => options.Name;

    /// <summary>Name of the cookie that holds the app's own session.</summary>
    public string SessionCookie => _pages.Site.SessionCookie;

    /// <summary>The address of the protected page for a visit.</summary>
    public string ProtectedPage(AppVisit visit) => visit.Address(_pages.Site.Surroundings.Origin);

    /// <summary>The address of the app's sign-out.</summary>
    /// <param name="sendsHint">Whether the logout request carries the app's id_token.</param>
    /// <param name="returnsToStranger">Whether it asks to return to an address that is not registered.</param>
    public string SignOutPage(bool sendsHint, bool returnsToStranger) => _pages.SignOut.Address(sendsHint, returnsToStranger);

    /// <summary>Tries to exchange the code of the last sign-in a second time, and records what came of it.</summary>
    /// <returns>Whether there was a code to try.</returns>
    public Task<bool> ReplayCodeAsync() => _pages.SignIn.ReplayCodeAsync();

    /// <summary>Ends all sessions of the app's own, as if it had been started anew.</summary>
    public void Forget() => _pages.Site.Sessions.Clear();

    /// <summary>Tells the app where it lives and whom it trusts, once all servers have started.</summary>
    public void Connect(AppSurroundings surroundings) => _pages.Site.Surroundings = surroundings;

    /// <summary>Maps the app's pages.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var site = routes.MapGroup("").RequireHost($"{options.Name}.localhost:*");
        site.MapGet("/", _pages.SignIn.VisitAsync);
        site.MapGet(AppOptions.PublicPath, context => AppSite.PageAsync(context, AppPages.Doorway(Name, "/" + context.Request.QueryString)));
        site.MapGet(AppOptions.WelcomePath, context => AppSite.PageAsync(context, AppPages.Page(Name, "Signed in", "You have just signed in.")));
        site.MapGet(AppOptions.CallbackPath, (HttpContext context) => context.Request.Query.Count > 0
            ? _pages.SignIn.AnswerAsync(context, name => context.Request.Query[name])
            : AppSite.PageAsync(context, AppPages.FragmentRelay(AppOptions.CallbackPath)));
        site.MapPost(AppOptions.CallbackPath, async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            await _pages.SignIn.AnswerAsync(context, name => form[name]);
        });
        site.MapGet(AppOptions.SignOutPath, _pages.SignOut.SignOutAsync);
        site.MapGet(AppOptions.SignedOutPath, _pages.SignOut.ReturnAsync);
    }

    private sealed class AppPagesOf(AppSite site)
    {
        public AppSite Site { get; } = site;

        public SignInPages SignIn { get; } = new(site);

        public SignOutPages SignOut { get; } = new(site);
    }
}
