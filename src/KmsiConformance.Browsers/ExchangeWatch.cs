using System.Runtime.CompilerServices;
using KmsiConformance.Ledger;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers;

/// <summary>
/// Sees every HTTP exchange of a browser and hands it to the observer, with the tab that it is of. Reads only what Playwright has
/// already told, so that watching costs no round trip. Numbers go on through restarts.
/// </summary>
internal sealed class ExchangeWatch(Action<BrowserSight> observer)
{
    private readonly Lock _gate = new();
    private readonly List<(IPage Page, PageWatch Watch)> _tabs = [];
    private ConditionalWeakTable<IRequest, Sent> _sent = [];
    private int _count;

    /// <summary>Whether a page is what the browser shows when it has no document.</summary>
    public static bool IsBrowsersOwnErrorPage(string url) =>
        url.StartsWith("chrome-error:", StringComparison.Ordinal) || url.StartsWith("about:neterror", StringComparison.Ordinal);

    /// <summary>Watches a browser that has just been started; its tabs are watched from <see cref="Watch"/> on.</summary>
    public void Attach(IBrowserContext context)
    {
        lock (_gate)
        {
            _sent = [];
            _tabs.Clear();
        }

        context.Request += (_, request) => OnSent(request);
        context.Response += (_, response) => OnAnswered(response.Request, response);
        context.RequestFailed += (_, request) => OnAnswered(request, null);
    }

    /// <summary>Watches a tab.</summary>
    /// <param name="tab">Its name; null for the one with which the browser started.</param>
    public PageWatch Watch(IPage page, string? tab)
    {
        var watch = new PageWatch(tab);
        lock (_gate) _tabs.Add((page, watch));
        page.FrameNavigated += (_, frame) =>
        {
            if (ReferenceEquals(frame, page.MainFrame)) watch.OnNavigated(frame);
        };
        return watch;
    }

    private static string ContextOf(IRequest request)
    {
        if (!request.IsNavigationRequest)
            return "subresource";
        try
        {
            return request.Frame.ParentFrame is null ? "top-level" : "frame";
        }
        catch (PlaywrightException)
        {
            // The first request of a new window has no frame yet.
            return "top-level";
        }
    }

    // What is of no tab that is known, such as a window that a page opened, is taken for the youngest tab's.
    private PageWatch? TabOf(IRequest request)
    {
        if (_tabs.Count < 2) return _tabs.FirstOrDefault().Watch;
        try
        {
            var page = request.Frame.Page;
            return _tabs.Find(tab => ReferenceEquals(tab.Page, page)).Watch ?? _tabs[^1].Watch;
        }
        catch (PlaywrightException)
        {
            return _tabs[^1].Watch;
        }
    }

    private void OnSent(IRequest request)
    {
        if (!request.Url.StartsWith("http", StringComparison.Ordinal))
            return;

        lock (_gate)
        {
            var from = request.RedirectedFrom is { } earlier && _sent.TryGetValue(earlier, out var known) ? known.Number : (int?)null;
            var sent = new Sent(++_count, ContextOf(request), from, TabOf(request));
            _sent.Add(request, sent);
            sent.Tab?.OnSent(request, sent.Context);
        }
    }

    private void OnAnswered(IRequest request, IResponse? response)
    {
        BrowserExchange exchange;
        lock (_gate)
        {
            if (!_sent.TryGetValue(request, out var sent) || sent.IsTold)
            {
                if (response is null)
                    TabOf(request)?.OnNoDocument(request);
                return;
            }

            sent.IsTold = true;
            var status = response?.Status ?? 0;
            var location = status is >= 300 and < 400 && response!.Headers.TryGetValue("location", out var header) ? header : null;
            exchange = new BrowserExchange(sent.Number, request.Method, request.Url, sent.Context, status, sent.RedirectedFrom, location)
            {
                CacheControl = response?.Headers.GetValueOrDefault("cache-control"),
                Expires = response?.Headers.GetValueOrDefault("expires"),
                Framing = FramingHeaders.Of(
                    response?.Headers.GetValueOrDefault("x-frame-options"), response?.Headers.GetValueOrDefault("content-security-policy")),
                Tab = sent.Tab?.Tab,
            };
            sent.Tab?.OnAnswered(request, sent.Context, status, location);
        }

        observer(exchange);
    }

    private sealed record Sent(int Number, string Context, int? RedirectedFrom, PageWatch? Tab)
    {
        public bool IsTold { get; set; }
    }
}
