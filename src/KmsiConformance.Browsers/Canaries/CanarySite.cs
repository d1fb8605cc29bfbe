using System.Collections.Concurrent;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Browsers.Canaries;

/// <summary>
/// Sites that set the cookies they are asked to, show a frame of the first of them, and write down which cookies came.
/// </summary>
internal sealed class CanarySite : IAsyncDisposable
{
    /// <summary>The site whose cookies are looked at.</summary>
    public const string Own = "canary";

    private const string Cookie = "=1; Path=/; Secure; SameSite=None";
    private static readonly TimeSpan PageLimit = TimeSpan.FromSeconds(60);
    private static readonly PageSigns Signs = new([], [], [], [], [], [], [], []);

    private readonly LoopbackServer _server;
    private readonly ConcurrentQueue<string> _seen;

    private CanarySite(LoopbackServer server, ConcurrentQueue<string> seen) => (_server, _seen) = (server, seen);

    /// <summary>Starts the sites.</summary>
    /// <param name="clock">The clock of the browser that visits them.</param>
    public static async Task<CanarySite> StartAsync(TimeProvider clock, CancellationToken cancellation)
    {
        var seen = new ConcurrentQueue<string>();
        var server = await LoopbackServer.StartAsync(
            clock, app => app.Run(context => AnswerAsync(context, seen)), cancellation: cancellation);
        return new CanarySite(server, seen);
    }

    /// <summary>
    /// Opens a page of the own site, and says which cookies came with it; with names of cookies, those are set then: of the
    /// session, or persistent where a name begins with <c>kept</c>.
    /// </summary>
    public Task<string> VisitAsync(IBrowser browser, CancellationToken cancellation, params IEnumerable<string> set) =>
        OpenAsync(browser, $"{_server.Origin(Own)}/?{string.Join('&', set)}", cancellation);

    /// <summary>Opens a page of another site with a frame of the own site, and says which cookies came with the frame.</summary>
    public Task<string> FrameAsync(IBrowser browser, string site, string set, CancellationToken cancellation) =>
        OpenAsync(browser, $"{_server.Origin(site)}/?{set}", cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<string> OpenAsync(IBrowser browser, string address, CancellationToken cancellation)
    {
        _seen.Clear();
        await browser.OpenAsync(address, Signs, PageLimit, cancellation);
        return _seen.TryDequeue(out var first)
            ? first
            : throw new SiteUnreachableException($"Nothing of {Own}.localhost was asked for at {address}.");
    }

    private static Task AnswerAsync(HttpContext context, ConcurrentQueue<string> seen)
    {
        var body = "";
        if (context.Request.Path != "/")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (context.Request.Host.Host == $"{Own}.localhost")
        {
            var came = string.Join(" and ", context.Request.Cookies.Keys.Order(StringComparer.Ordinal));
            seen.Enqueue(came.Length == 0 ? "nothing" : came);
            foreach (var name in context.Request.Query.Keys)
            {
                context.Response.Headers.Append("Set-Cookie", Cookie
                    .Insert(0, name)
                    + (name.StartsWith("kept", StringComparison.Ordinal) ? "; Max-Age=600" : "")
                    + (name.StartsWith("apart", StringComparison.Ordinal) ? "; Partitioned" : ""));
            }
        }
        else
        {
            body = $"<iframe src=\"https://{Own}.localhost:{context.Request.Host.Port}/{context.Request.QueryString}\"></iframe>";
        }

        context.Response.ContentType = "text/html";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(
            $"<!doctype html><meta name=\"kmsi-page\" content=\"app\"><link rel=icon href=\"data:,\"><title>canary</title>{body}");
    }
}
