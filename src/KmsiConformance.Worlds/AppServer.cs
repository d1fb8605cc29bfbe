using KmsiConformance.Apps;
using KmsiConformance.Clocks;
using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Sites;
using KmsiConformance.Targets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Worlds;

/// <summary>The server of a world's apps and identity providers, and of a stranger whom nobody knows.</summary>
internal static class AppServer
{
    // The page of a host to which no login endpoint has any business to send anybody.
    private const string StrangerPage =
        "<!doctype html><meta name=\"kmsi-page\" content=\"app\"><title>Stranger</title>A site that is registered nowhere.";

    /// <summary>Starts it, at a port of its own and at those at which its apps are registered.</summary>
    /// <param name="places">Where its apps stand.</param>
    /// <param name="stranger">What the stranger shows besides.</param>
    /// <exception cref="TargetException">Another process listens at one of those ports.</exception>
    public static async Task<LoopbackServer> StartAsync(
        IReadOnlyDictionary<string, AppPlace> places, IEnumerable<RelyingParty> apps, IEnumerable<IdentityProviderSite> providers,
        StrangersPages stranger, WorldLedger ledger, WorldClock clock, CancellationToken cancellation)
    {
        try
        {
            return await LoopbackServer.StartAsync(
                clock, Guarded(ledger, apps, providers, stranger), [.. places.Values.SelectMany(Doors).Distinct()], cancellation);
        }
        catch (PortInUseException taken) when (places.FirstOrDefault(place =>
            Doors(place.Value).Any(door => door.Port == taken.Port)).Key is { } app)
        {
            throw new TargetException(
                $"Port {taken.Port}, at which {app} is registered (apps.{app} in the target file), is in use by another process. End "
                + "that one, or write another port there and register it.", taken);
        }
    }

    // What an app's registered addresses need besides the port of the common server.
    private static IEnumerable<(int Port, bool OverTls)> Doors(AppPlace place) =>
        (place.OnSite is null ? new[] { place.ListensAt ?? place.Origin, place.ServerOrigin } : []).OfType<string>()
            .Select(origin => new Uri(origin)).Select(origin => (origin.Port, origin.Scheme == Uri.UriSchemeHttps));

    // An exception inside an app is the harness's fault, not the target's: it must not look like an odd page.
    private static Action<WebApplication> Guarded(
        WorldLedger ledger, IEnumerable<RelyingParty> apps, IEnumerable<IdentityProviderSite> providers, StrangersPages stranger) => web =>
    {
        web.Use(async (HttpContext context, RequestDelegate next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception broken) when (!context.RequestAborted.IsCancellationRequested)
            {
                ledger.Append(
                    new HarnessFault(
                        $"The app at {context.Request.Host.Host} could not answer {context.Request.Path}: "
                        + $"{Trouble.Behind(broken)}"));
                context.Response.StatusCode = 500;
            }
        });
        var routes = new SiteRoutes(web.Services);
        foreach (var app in apps) app.Map(routes);
        foreach (var provider in providers) provider.Map(routes);
        routes.MapGet("/{**any}", context => AppSite.PageAsync(context, stranger.At(context.Request.Path) ?? StrangerPage))
            .RequireHost($"{KnownSites.Stranger}.localhost:*");
        web.Run(routes.AnswerAsync);
    };
}
