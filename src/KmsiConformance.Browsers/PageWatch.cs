using Microsoft.Playwright;

namespace KmsiConformance.Browsers;

/// <summary>What is known of one tab's top-level page from the exchanges of its browser.</summary>
/// <param name="tab">The tab's name; null for the one with which the browser started.</param>
internal sealed class PageWatch(string? tab)
{
    private readonly Lock _gate = new();
    private readonly HashSet<IRequest> _scripted = [];
    private IRequest? _navigation;
    private TaskCompletionSource _left = Signal();

    /// <summary>The tab's name; null for the one with which the browser started.</summary>
    public string? Tab { get; } = tab;

    /// <summary>Status of the last document; 0 before the first.</summary>
    public int DocumentStatus { get; private set; }

    /// <summary>Whether that document is the answer to a form.</summary>
    public bool DocumentIsOfForm { get; private set; }

    /// <summary>How often the page has become another, or come anew.</summary>
    public int Moves { get; private set; }

    /// <summary>Address of the last navigation, and why it failed, null when it did not.</summary>
    public (string Url, string? Failure) LastNavigation { get; private set; } = ("about:blank", null);

    /// <summary>The address, none of the web, to which the last answer sent the page; null when it sent it to none.</summary>
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

    /// <summary>Whether the page has asked for another document and not got it yet.</summary>
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

    /// <summary>A request was sent.</summary>
    public void OnSent(IRequest request, string context)
    {
        lock (_gate)
        {
            if (context == "top-level")
            {
                _navigation = request;
                if (LeftFor is not null)
                    (LeftFor, _left) = (null, Signal());
                LastNavigation = (request.Url, null);
            }
            else if (request.ResourceType is "fetch" or "xhr")
            {
                _scripted.Add(request);
            }
        }
    }

    /// <summary>A request was answered, or failed.</summary>
    /// <param name="status">0 where no answer came.</param>
    public void OnAnswered(IRequest request, string context, int status, string? location)
    {
        lock (_gate)
        {
            _scripted.Remove(request);
            if (context != "top-level") return;
            OnDocumentAnswered(request, status);
            if (location is not null && WebAddress.IsForeign(location))
            {
                (LeftFor, _navigation) = (location, null);
                _left.TrySetResult();
            }
        }
    }

    /// <summary>An aborted navigation leaves the page as it is; any other failure brings the browser's own error page.</summary>
    public void OnNoDocument(IRequest request)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_navigation, request) && request.Failure?.Contains("ABORTED", StringComparison.Ordinal) == true)
                _navigation = null;
        }
    }

    /// <summary>The page shows another document, or jumped within the one that it has.</summary>
    public void OnNavigated(IFrame frame)
    {
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

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static string WithoutFragment(string url) => url.Split('#', 2)[0];
}
