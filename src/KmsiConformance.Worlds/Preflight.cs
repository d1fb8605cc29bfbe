using KmsiConformance.Ledger;
using KmsiConformance.Worlds.Browsers;
using KmsiConformance.Worlds.Browsers.Chromium;
using KmsiConformance.Worlds.Browsers.Firefox;
using KmsiConformance.Worlds.Browsers.Setup;
using KmsiConformance.Worlds.Browsers.Simulated;
using KmsiConformance.Worlds.Clocks;
using KmsiConformance.Worlds.Clocks.Processes;

namespace KmsiConformance.Worlds;

/// <summary>What the preflight is asked to find.</summary>
/// <param name="BrowserPath">The browser to use; null looks for one.</param>
/// <param name="NoInstall">Never install anything.</param>
/// <param name="Headed">Show the windows.</param>
/// <param name="Clock">How time is to be moved.</param>
/// <param name="Browser"><c>chromium</c>, <c>firefox</c> or <c>simulated</c>.</param>
public sealed record PreflightRequest(string? BrowserPath, bool NoInstall, bool Headed, ClockMode Clock, string Browser = "chromium")
{
    /// <summary>Whether the simulated browser visits sites over real sockets and TLS as other browsers do; by default it calls them in memory.</summary>
    public bool Sockets { get; init; }
}

/// <summary>Finds or sets up a browser, and a clock that it really follows, before any scenario runs.</summary>
public static class Preflight
{
    /// <summary>Does the preflight; each step is told to <paramref name="say"/>.</summary>
    /// <exception cref="BrowserSetupException">There is no browser and none can be had; the message says what to do by hand.</exception>
    /// <exception cref="PreflightException">The browser does not start, or the clock asked for does not work here.</exception>
    public static async Task<ReadyBrowser> FindAsync(PreflightRequest request, Action<string> say, CancellationToken cancellation)
    {
        if (request.Browser == "simulated") return Simulated(request, say);
        var (executable, make) = await FindBrowserAsync(request, say, cancellation);
        IBrowser MakeFor(BrowserClock clock, Action<BrowserExchange> observer) => make(clock.Environment, observer);

        if (request.Clock == ClockMode.Virtual) throw new PreflightException("Only the simulated browser has a virtual clock. Use --clock auto, or --browser simulated.");
        var version = await VersionAsync(make, request.Browser, executable, cancellation);
        say($"Browser: {request.Browser} {version}");

        var record = new BrowserRecord(request.Browser, version, executable);
        if (request.Clock == ClockMode.Real)
            return new ReadyBrowser(record, new ClockRecord("real", "not needed: nothing is moved"), [], world => new RealBrowserClock(world), MakeFor);
        if (request.Clock == ClockMode.Aged)
            return new ReadyBrowser(record, new ClockRecord("aged", "not needed: the browser stays at real time"), [], world => new AgedBrowserClock(world), MakeFor);

        var choice = await ClockChoice.FindAsync(environment => make(environment, _ => { }), Providers(request.Browser), cancellation);
        if (choice.Provider is { } provider)
        {
            say($"Clock: process, by {choice.Name}. {choice.SelfCheck}");
            return new ReadyBrowser(record, new ClockRecord("process", choice.SelfCheck, choice.Name), [], world => new ProcessBrowserClock(world, provider()), MakeFor);
        }

        if (request.Clock == ClockMode.Process) throw new PreflightException($"The browser's clock cannot be moved here: {choice.SelfCheck}. Use --clock aged.");
        var note = $"The browser's clock cannot be moved here, so its cookies are aged instead (clock mode aged). {choice.SelfCheck}";
        say(note);
        return new ReadyBrowser(record, new ClockRecord("aged", choice.SelfCheck), [note], world => new AgedBrowserClock(world), MakeFor);
    }

    // Firefox never starts under libfaketime; trying costs a minute.
    private static IReadOnlyList<(string Name, Func<IProcessClock> Make)> Providers(string browser) =>
        browser == "firefox" ? [.. ClockChoice.Providers.Where(known => known.Name == "preload")] : ClockChoice.Providers;

    private static async Task<(string Executable, BrowserMaker Make)> FindBrowserAsync(PreflightRequest request, Action<string> say, CancellationToken cancellation)
    {
        var wish = new BrowserWish(request.BrowserPath, request.NoInstall);
        if (request.Browser == "firefox")
        {
            var firefox = (await new FirefoxSetup(new ThisMachine(), say).FindAsync(wish, cancellation)).ExecutablePath;
            return (firefox, (environment, observer) => new FirefoxBrowser(new FirefoxLaunch(firefox, environment) { Headless = !request.Headed }, observer));
        }

        var chromium = (await new BrowserSetup(new ThisMachine(), say).FindAsync(wish, cancellation)).ExecutablePath;
        return (chromium, (environment, observer) => new ChromiumBrowser(new ChromiumLaunch(chromium, environment) { Headless = !request.Headed }, observer));
    }

    /// <summary>The simulated browser needs no set-up and no self-check: it has no clock but the one that it is given.</summary>
    private static ReadyBrowser Simulated(PreflightRequest request, Action<string> say)
    {
        var (record, makeClock) = request.Clock switch
        {
            ClockMode.Auto or ClockMode.Virtual => (new ClockRecord("virtual", "not needed: the browser reads the world's clock"), (Func<WorldClock, BrowserClock>)(world => new VirtualBrowserClock(world))),
            ClockMode.Aged => (new ClockRecord("aged", "not needed: the browser stays at real time"), world => new AgedBrowserClock(world)),
            ClockMode.Real => (new ClockRecord("real", "not needed: nothing is moved"), world => new RealBrowserClock(world)),
            _ => throw new PreflightException("The simulated browser has no process whose clock could be moved. Use --clock virtual."),
        };

        // Where its cookies age, the browser itself stays at real time.
        static IBrowser Make(BrowserClock clock, Action<BrowserExchange> observer) =>
            new SimulatedBrowser(new SimulatedLaunch(clock.Mode == ClockMode.Aged ? TimeProvider.System : clock.World), observer);

        using var named = new VirtualBrowserClock(new WorldClock());
        var version = Make(named, _ => { }).Version;
        say($"Browser: simulated {version}");
        return new ReadyBrowser(new BrowserRecord("simulated", version, null) { Transport = request.Sockets ? "sockets" : "memory" }, record, [], makeClock, Make)
        {
            VisitsInMemory = !request.Sockets,
        };
    }

    // A browser that cannot be started at all is said before the first scenario, not a hundred times after it.
    private static async Task<string> VersionAsync(
        BrowserMaker make, string name, string executable, CancellationToken cancellation)
    {
        await using var browser = make(new Dictionary<string, string>(StringComparer.Ordinal), _ => { });
        try
        {
            await browser.StartAsync(cancellation);
            return browser.Version;
        }
        catch (Exception refused) when (refused is BrowserStartException or BrowserGoneException or TimeoutException)
        {
            throw new PreflightException($"{executable} does not start: {refused.Message} Name another with --{name} or KMSI_{name.ToUpperInvariant()}.");
        }
    }
}

/// <summary>Makes a browser that is started with the given environment; not started yet.</summary>
internal delegate IBrowser BrowserMaker(IReadOnlyDictionary<string, string> environment, Action<BrowserExchange> observer);

/// <summary>Something that every scenario needs does not work here.</summary>
public sealed class PreflightException(string message) : Exception(message);
