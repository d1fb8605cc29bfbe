using KmsiConformance.Ledger;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers;

/// <summary>What starting a real browser on a profile folder has in common, whichever it is.</summary>
internal static class PersistentStart
{
    /// <summary>A Firefox that is just coming up may not heed a close for half a minute.</summary>
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(2);

    // Nobody listens on the discard port: what is sent there is refused at once.
    private const string Nowhere = "http://127.0.0.1:9";

    /// <summary>Starts a process and attaches to its page; one that cannot be attached to is ended again.</summary>
    /// <param name="window">Finds or opens the window in which everything is to happen.</param>
    /// <exception cref="BrowserStartException">The browser does not come up.</exception>
    public static async Task<BrowserSession> LaunchAsync(
        string executable,
        Func<IPlaywright, Task<IBrowserContext>> launch,
        Func<IBrowserContext, Task<IPage>> window,
        ExchangeWatch watch,
        Func<IBrowserContext, IPage, Task<BrowserSession>> attach,
        CancellationToken cancellation)
    {
        var isFirst = true;
        while (true)
        {
            var playwright = await PlaywrightDriver.GetAsync(cancellation);
            IBrowserContext? context = null;
            try
            {
                // Not to be abandoned half-way: a browser that came up later would be nobody's.
                context = await launch(playwright);
                cancellation.ThrowIfCancellationRequested();
                var page = await window(context);
                watch.Attach(page.Context);
                return await attach(context, page);
            }
            catch (Exception failure)
            {
                if (context is not null)
                    await EndAsync(context);
                if (failure is not (PlaywrightException or TimeoutException))
                    throw;

                // Nothing was asked of this browser yet, so another driver is as good.
                var isLost = isFirst && await PlaywrightDriver.IsLostAsync(playwright);
                isFirst = false;
                if (!isLost) throw new BrowserStartException($"{executable} does not start: {failure.Message.Trim()}", failure);
            }
        }
    }

    /// <summary>The size of every window.</summary>
    public static ViewportSize Viewport => new() { Width = 1024, Height = 768 };

    private static async Task EndAsync(IBrowserContext context)
    {
        try
        {
            await context.CloseAsync().WaitAsync(EndLimit);
        }
        catch (Exception unheard) when (unheard is PlaywrightException or TimeoutException)
        {
            // Gone already, which is perhaps why it could not be attached to, and that is told instead; or too young to
            // listen, and whoever disposes the browser ends what has the profile open.
        }
    }

    /// <summary>The options of every launch.</summary>
    /// <param name="onlyHosts">The hosts that may be visited besides those of this machine; null for all.</param>
    /// <param name="environment">Added to the harness's own variables.</param>
    public static BrowserTypeLaunchPersistentContextOptions Options(
        string executable, IReadOnlyDictionary<string, string> environment, bool headless, TimeSpan limit, ProfileFolder folder,
        IReadOnlyList<string>? onlyHosts)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string)(variable.Value ?? ""), StringComparer.Ordinal);
        variables["TMPDIR"] = folder.Temporary;
        if (UserHome.TakesNothing)
        {
            foreach (var name in variables.Keys.Where(UserHome.Names.Contains).ToList()) variables.Remove(name);
            variables["HOME"] = folder.Temporary;
        }

        foreach (var (name, value) in environment)
            variables[name] = value;

        return new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = executable,
            Headless = headless,
            Env = variables,
            IgnoreHTTPSErrors = true,
            ViewportSize = Viewport,
            Timeout = (float)limit.TotalMilliseconds,
            ExtraHTTPHeaders = Tracing.Headers,
            Proxy = onlyHosts is null ? null : new Proxy
            {
                Server = Nowhere, Bypass = string.Join(',', [.. onlyHosts, "localhost", "*.localhost", "127.0.0.1", "[::1]"]),
            },

            // Signals are for the harness; it ends its browsers itself.
            HandleSIGINT = false,
            HandleSIGTERM = false,
            HandleSIGHUP = false,
        };
    }
}
