using KmsiConformance.Clocks.Processes;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers;

/// <summary>One running process of a real browser, from launch to end.</summary>
internal sealed class BrowserSession
{
    private readonly TaskCompletionSource<string> _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _browser;
    private volatile bool _endIsWanted;

    /// <summary>A session of a process that has just come up.</summary>
    /// <param name="browser">Its name, for messages.</param>
    /// <param name="context">The context on the profile.</param>
    /// <param name="page">The tab with which it starts.</param>
    /// <param name="processId">The main process.</param>
    /// <param name="cookies">Its cookie store.</param>
    public BrowserSession(string browser, IBrowserContext context, IPage page, int processId, IBrowserCookies cookies)
    {
        _browser = browser;
        Context = context;
        Page = page;
        ProcessId = processId;
        Processes = new ProcessTree(processId);
        Cookies = cookies;
        context.Close += (_, _) => OnGone("its process ended");
        Add(page);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What the process calls itself, product and version; empty where it was not asked.</summary>
    public string Product { get; init; } = "";

    public string Version => Context.Browser!.Version;

    public int ProcessId { get; }

    public ProcessTree Processes { get; }

    public IBrowserCookies Cookies { get; }

    /// <summary>Whether its window is a private one, whose cookies are never written.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The browser, its version and process, for messages.</summary>
    public override string ToString() => $"{_browser} {Version}, process {ProcessId}";

    /// <summary>Runs a call to the browser; a death of the browser ends it at once.</summary>
    /// <exception cref="BrowserGoneException">The browser died before the call was answered.</exception>
    public async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        if (_gone.Task.IsCompleted)
            throw Gone();

        var answer = call();
        if (await Task.WhenAny(answer, _gone.Task).WaitAsync(cancellation) != answer)
        {
            _ = answer.ContinueWith(late =>
                late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw Gone();
        }

        try
        {
            return await answer;
        }
        catch (PlaywrightException closed) when (SaysGone(closed.Message))
        {
            throw Gone(closed);
        }
    }

    /// <inheritdoc cref="CallAsync{T}"/>
    public Task CallAsync(Func<Task> call, CancellationToken cancellation) => CallAsync(
        async () =>
        {
            await call();
            return true;
        },
        cancellation);

    /// <summary>A further tab: whose page crashes takes the browser along.</summary>
    public void Add(IPage page) => page.Crash += (_, _) => OnGone("the process of its page crashed");

    /// <summary>Closes the browser the ordinary way.</summary>
    public async Task CloseAsync()
    {
        _endIsWanted = true;
        await Context.CloseAsync();
    }

    /// <summary>Kills the main process.</summary>
    public void Crash()
    {
        _endIsWanted = true;
        Processes.KillMain();
    }

    private static bool SaysGone(string message) =>
        message.Contains("has been closed", StringComparison.Ordinal)
        || message.Contains("Target closed", StringComparison.Ordinal)
        || message.Contains("crashed", StringComparison.Ordinal);

    private void OnGone(string how)
    {
        if (!_endIsWanted)
            _gone.TrySetResult(how);
    }

    private BrowserGoneException Gone(Exception? inner = null) => new(
        $"The browser ({this}) is gone: {(_gone.Task.IsCompletedSuccessfully ? _gone.Task.Result : "its process ended")}, although "
        + "nobody asked it to.",
        inner);
}
