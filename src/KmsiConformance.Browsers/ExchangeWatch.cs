using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers;

/// <summary>
/// Sees every HTTP exchange of a browser and hands it to the observer. Reads only what Playwright has already told, so
/// that watching costs no round trip. Numbers go on through restarts.
/// </summary>
internal sealed class ExchangeWatch(Action<BrowserSight> observer)
{
    private readonly Lock _gate = new();
    private ConditionalWeakTable<IRequest, Sent> _sent = [];
    private int _count;
    private IRequest? _navigation;
    private readonly HashSet<IRequest> _scripted = [];
    private TaskCompletionSource _left = Signal();

    /// <summary>Status of the last document of the top-level page; 0 before the first.</summary>
    public int DocumentStatus { get; private set; }

    /// <summary>Whether that document is the answer to a form.</summary>
    public bool DocumentIsOfForm { get; private set; }

    /// <summary>How often the top-level page has become another, or come anew.</summary>
    public int Moves { get; private set; }

    /// <summary>Address of the last top-level navigation, and why it failed, null when it did not.</summary>
    public (string Url, string? Failure) LastNavigation { get; private set; } = ("about:blank", null);

    /// <summary>The address, none of the web, to which the last answer sent the top-level page; null when it sent it to none.</summary>
    public string? LeftFor { get; private set; }

    /// <summary>Completed when <see cref="LeftFor"/> has an address: the page itself, which stays as it is, says nothing of it.</summary>
    public Task Left
    {
        get
        {
            lock (_gate)
                return _left.Task;
        }
    }

    /// <summary>Whether the top-level page has asked for another document and not got it yet.</summary>
    public bool IsNavigating
    {
        get
        {
            lock (_gate)
                return _navigation is not null;
        }
    }

    /// <summary>Whether a page's script waits for an answer (fetch, XMLHttpRequest).</summary>
    public bool IsScriptWaiting
    {
        get
        {
            lock (_gate)
                return _scripted.Count > 0;
        }
    }

    /// <summary>Whether a page is what the browser shows when it has no document.</summary>
    public static bool IsBrowsersOwnErrorPage(string url) =>
        url.StartsWith("chrome-error:", StringComparison.Ordinal) || url.StartsWith("about:neterror", StringComparison.Ordinal);

    public void Attach(IBrowserContext context, IPage page)
    {
        lock (_gate)
        {
            _sent = [];
            _navigation = null;
            _scripted.Clear();
        }

        context.Request += (_, request) => OnSent(request);
        context.Response += (_, response) => OnAnswered(response.Request, response);
        context.RequestFailed += (_, request) => OnAnswered(request, null);
        page.FrameNavigated += (_, frame) => OnNavigated(frame, page);
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

    private static bool IsScripted(IRequest request) => request.ResourceType is "fetch" or "xhr";

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static string WithoutFragment(string url) => url.Split('#', 2)[0];

    private void OnSent(IRequest request)
    {
        if (!request.Url.StartsWith("http", StringComparison.Ordinal))
            return;

        lock (_gate)
        {
            var from = request.RedirectedFrom is { } earlier && _sent.TryGetValue(earlier, out var known) ? known.Number : (int?)null;
            var context = ContextOf(request);
            _sent.Add(request, new Sent(++_count, context, from));
            if (context == "top-level")
            {
                _navigation = request;
                if (LeftFor is not null)
                    (LeftFor, _left) = (null, Signal());
                LastNavigation = (request.Url, null);
            }
            else if (IsScripted(request))
            {
                _scripted.Add(request);
            }
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
                    OnNoDocument(request);
                return;
            }

            sent.IsTold = true;
            var status = response?.Status ?? 0;
            var location = status is >= 300 and < 400 && response!.Headers.TryGetValue("location", out var header) ? header : null;
            exchange = new BrowserExchange(sent.Number, request.Method, request.Url, sent.Context, status, sent.RedirectedFrom, location)
            {
                CacheControl = response?.Headers.GetValueOrDefault("cache-control"),
            };
            _scripted.Remove(request);
            if (sent.Context == "top-level")
            {
                OnDocumentAnswered(request, status);
                if (location is not null && WebAddress.IsForeign(location))
                {
                    (LeftFor, _navigation) = (location, null);
                    _left.TrySetResult();
                }
            }
        }

        observer(exchange);
    }

    private void OnDocumentAnswered(IRequest request, int status)
    {
        // A navigation that another one has overtaken says nothing about the document that is shown.
        if (!ReferenceEquals(_navigation, request))
            return;

        if (status == 0)
            LastNavigation = (request.Url, request.Failure ?? "no answer");
        else
            (DocumentStatus, DocumentIsOfForm) = (status, request.Method == "POST");

        if (status is 204 or 205)
            _navigation = null;
        else if (status == 0)
            OnNoDocument(request);
    }

    /// <summary>An aborted navigation leaves the page as it is; any other failure brings the browser's own error page.</summary>
    private void OnNoDocument(IRequest request)
    {
        if (ReferenceEquals(_navigation, request) && request.Failure?.Contains("ABORTED", StringComparison.Ordinal) == true)
            _navigation = null;
    }

    private void OnNavigated(IFrame frame, IPage page)
    {
        if (!ReferenceEquals(frame, page.MainFrame))
            return;

        // A jump within the document fires too; it must not hide that another document is under way.
        lock (_gate)
        {
            Moves++;
            if (_navigation is not null && WithoutFragment(frame.Url) == WithoutFragment(_navigation.Url))
            {
                _navigation = null;

                // What a document was still asking for when it was left gets no answer, nor is it said to have failed.
                _scripted.Clear();
            }
        }
    }

    private sealed record Sent(int Number, string Context, int? RedirectedFrom)
    {
        public bool IsTold { get; set; }
    }
}
