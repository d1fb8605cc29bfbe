using Microsoft.Playwright;

namespace KmsiConformance.Worlds.Browsers.Chromium;

/// <summary>One running Chromium process, from launch to end.</summary>
internal sealed class ChromiumSession
{
    private readonly TaskCompletionSource<string> _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _endIsWanted;

    private ChromiumSession(IBrowserContext context, IPage page, ICDPSession cdp, string version, int processId, string profile)
    {
        Context = context;
        Page = page;
        Version = version;
        ProcessId = processId;
        Processes = new ProcessTree(processId);
        Cookies = new ChromiumCookies(cdp, profile);
        context.Close += (_, _) => OnGone("its process ended");
        page.Crash += (_, _) => OnGone("the process of its page crashed");
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public string Version { get; }

    public int ProcessId { get; }

    public ProcessTree Processes { get; }

    public ChromiumCookies Cookies { get; }

    /// <summary>Starts the process and attaches to its page.</summary>
    /// <exception cref="BrowserStartException">The browser does not come up.</exception>
    public static async Task<ChromiumSession> LaunchAsync(
        ChromiumLaunch launch, ProfileFolder folder, ExchangeWatch watch, CancellationToken cancellation)
    {
        var playwright = await PlaywrightDriver.GetAsync(cancellation);
        IBrowserContext? context = null;
        try
        {
            // Not to be abandoned half-way: a browser that came up later would be nobody's.
            context = await playwright.Chromium.LaunchPersistentContextAsync(folder.Profile, Options(launch, folder));
            cancellation.ThrowIfCancellationRequested();
            var page = context.Pages[0];
            watch.Attach(context, page);
            var cdp = await context.Browser!.NewBrowserCDPSessionAsync();
            var processes = await cdp.SendAsync("SystemInfo.getProcessInfo");
            var main = processes!.Value.GetProperty("processInfo").EnumerateArray()
                .First(process => process.GetProperty("type").GetString() == "browser");
            return new ChromiumSession(context, page, cdp, context.Browser.Version, main.GetProperty("id").GetInt32(), folder.Profile);
        }
        catch (Exception failure)
        {
            if (context is not null)
                await context.CloseAsync();
            if (failure is not (PlaywrightException or TimeoutException))
                throw;
            throw new BrowserStartException(
                $"{launch.ExecutablePath} does not start: {failure.Message.Trim()}", failure);
        }
    }

    /// <summary>Runs a call to the browser; a death of the browser ends it at once.</summary>
    /// <exception cref="BrowserGoneException">The browser died before the call was answered.</exception>
    public async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        if (_gone.Task.IsCompleted)
            throw Gone();

        var answer = call();
        if (await Task.WhenAny(answer, _gone.Task).WaitAsync(cancellation) != answer)
        {
            _ = answer.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
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

    private static BrowserTypeLaunchPersistentContextOptions Options(ChromiumLaunch launch, ProfileFolder folder)
    {
        var environment = System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string)(variable.Value ?? ""), StringComparer.Ordinal);
        environment["TMPDIR"] = folder.Temporary;
        foreach (var (name, value) in launch.Environment)
            environment[name] = value;

        return new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = launch.ExecutablePath,
            Headless = launch.Headless,
            Args = ChromiumLaunch.Switches(),
            Env = environment,
            IgnoreHTTPSErrors = true,
            ViewportSize = new ViewportSize { Width = 1024, Height = 768 },
            Timeout = (float)launch.Limit.TotalMilliseconds,

            // Signals are for the harness; it ends its browsers itself.
            HandleSIGINT = false,
            HandleSIGTERM = false,
            HandleSIGHUP = false,
        };
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
        $"The browser (chromium {Version}, process {ProcessId}) is gone: {(_gone.Task.IsCompletedSuccessfully ? _gone.Task.Result : "its process ended")}, although nobody asked it to.",
        inner);
}
