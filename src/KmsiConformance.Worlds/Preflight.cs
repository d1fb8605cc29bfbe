using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Canaries;
using KmsiConformance.Browsers.Chromium;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Browsers.Firefox;
using KmsiConformance.Browsers.Setup;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Processes;
using KmsiConformance.Cookies;
using KmsiConformance.Ledger;

namespace KmsiConformance.Worlds;

/// <summary>What the preflight is asked to find.</summary>
/// <param name="BrowserPath">The browser to use; null looks for one.</param>
/// <param name="NoInstall">Never install anything.</param>
/// <param name="Headed">Show the windows.</param>
/// <param name="Clock">How time is to be moved.</param>
/// <param name="Browser"><c>chromium</c>, <c>firefox</c> or <c>simulated</c>.</param>
public sealed record PreflightRequest(string? BrowserPath, bool NoInstall, bool Headed, ClockMode Clock, string Browser = "chromium")
{
    /// <summary>
    /// Whether the simulated browser visits sites over real sockets and TLS as other browsers do; by default it calls
    /// them in memory.
    /// </summary>
    public bool Sockets { get; init; }

    /// <summary>
    /// The build of Chromium for all scenarios; null takes the headless shell, and the full build where a scenario needs it.
    /// </summary>
    public ChromiumBuild? Build { get; init; }

    /// <summary>Third-party cookies for scenarios that do not name a mode; null leaves the browser as it ships.</summary>
    public ThirdPartyCookies? ThirdPartyCookies { get; init; } = Cookies.ThirdPartyCookies.Allowed;
}

/// <summary>Finds or sets up a browser, and a clock that it really follows, before any scenario runs.</summary>
public static class Preflight
{
    /// <summary>Does the preflight; each step is told to <paramref name="say"/>.</summary>
    /// <exception cref="BrowserSetupException">There is no browser and none can be had; the message says what to do by hand.</exception>
    /// <exception cref="PreflightException">The browser does not start, or the clock asked for does not work here.</exception>
    public static async Task<ReadyBrowser> FindAsync(PreflightRequest request, Action<string> say, CancellationToken cancellation)
    {
        if (Belongings.Sweep() is { } swept) say(swept);
        var ready = request.Browser == "simulated" ? Simulated(request, say) : await RealAsync(request, say, cancellation);
        return ready with { ThirdPartyCookies = request.ThirdPartyCookies };
    }

    private static async Task<ReadyBrowser> RealAsync(PreflightRequest request, Action<string> say, CancellationToken cancellation)
    {
        if (request.Clock == ClockMode.Virtual)
            throw new PreflightException("Only the simulated browser has a virtual clock. Use --clock auto, or --browser simulated.");
        var found = await FindBrowserAsync(request, say, cancellation);
        var make = found.Make;
        IBrowser MakeFor(BrowserClock clock, Action<BrowserSight> observer, BrowserConditions conditions) =>
            make(clock.Environment, observer, conditions);

        var record = new BrowserRecord(request.Browser, found.Version, found.Executable)
        {
            Build = found.Build?.Text(), Product = found.Product, FullExecutable = found.FullExecutable,
        };
        ReadyBrowser Ready(ClockRecord clock, Func<WorldClock, BrowserClock> makeClock, params IReadOnlyList<string> notes) =>
            new(record, clock, [.. found.Notes, .. notes], makeClock, MakeFor)
            {
                WhyNot = found.WhyNot, Proven = new ConditionsProven(makeClock, MakeFor, found.ProgramOf, say),
            };
        if (request.Clock == ClockMode.Real)
            return Ready(new ClockRecord("real", "not needed: nothing is moved"), world => new RealBrowserClock(world));
        if (request.Clock == ClockMode.Aged)
            return Ready(new ClockRecord("aged", "not needed: the browser stays at real time"), world => new AgedBrowserClock(world));

        var choice = await ClockChoice.FindAsync(environment =>
            make(environment, _ => { }, BrowserConditions.None), Providers(request.Browser), cancellation);
        if (choice.Provider is { } provider)
        {
            say($"Clock: process, by {choice.Name}. {choice.SelfCheck}");
            return Ready(new ClockRecord("process", choice.SelfCheck, choice.Name), world => new ProcessBrowserClock(world, provider()));
        }

        if (request.Clock == ClockMode.Process)
            throw new PreflightException($"The browser's clock cannot be moved here: {choice.SelfCheck}. Use --clock aged.");
        var note = $"The browser's clock cannot be moved here, so its cookies are aged instead (clock mode aged). {choice.SelfCheck}";
        say(note);
        return Ready(new ClockRecord("aged", choice.SelfCheck), world => new AgedBrowserClock(world), note);
    }

    // Firefox never starts under libfaketime; trying costs a minute.
    private static IReadOnlyList<(string Name, Func<IProcessClock> Make)> Providers(string browser) =>
        browser == "firefox" ? [.. ClockChoice.Providers.Where(known => known.Name == "preload")] : ClockChoice.Providers;

    private static Task<FoundMaker> FindBrowserAsync(PreflightRequest request, Action<string> say, CancellationToken cancellation)
    {
        // A window can be shown by the full build only.
        var build = request.Headed ? ChromiumBuild.Full : request.Build;
        var wish = new BrowserWish(request.BrowserPath, request.NoInstall) { Build = build };
        return request.Browser == "firefox"
            ? FindFirefoxAsync(request, wish, say, cancellation)
            : FindChromiumAsync(request, wish, say, cancellation);
    }

    private static async Task<FoundMaker> FindFirefoxAsync(
        PreflightRequest request, BrowserWish wish, Action<string> say, CancellationToken cancellation)
    {
        var firefox = (await new FirefoxSetup(new ThisMachine(), say).FindAsync(wish, cancellation)).ExecutablePath;
        IBrowser Make(
            IReadOnlyDictionary<string, string> environment, Action<BrowserSight> observer, BrowserConditions conditions) =>
            new FirefoxBrowser(
                new FirefoxLaunch(firefox, environment) { Headless = !request.Headed, Conditions = conditions }, observer);
        await using var asked = Make(Nothing, _ => { }, BrowserConditions.None);
        await StartAsync(asked, firefox, cancellation);
        say($"Browser: firefox {asked.Version}");
        return new FoundMaker(
            firefox, asked.Version,
            conditions => conditions.TellsPartitions
                ? "Firefox does not tell under which site a cookie was stored apart. Use --browser chromium or --browser simulated."
                : null,
            Make);
    }

    private static async Task<FoundMaker> FindChromiumAsync(
        PreflightRequest request, BrowserWish wish, Action<string> say, CancellationToken cancellation)
    {
        var setup = new BrowserSetup(new ThisMachine(), say);
        var found = await setup.FindAsync(wish, cancellation);
        var chromium = found.ExecutablePath;
        await using var asked = new ChromiumBrowser(new ChromiumLaunch(chromium, Nothing) { Headless = !request.Headed }, _ => { });
        await StartAsync(asked, chromium, cancellation);
        var (own, product) = (ChromiumBuilds.Answered(asked.Product), asked.Product);
        say($"Browser: chromium {asked.Version} ({own.Text()})");
        if (wish.Build is { } build && build != own)
        {
            throw new PreflightException(
                $"{chromium} is not the build '{build.Text()}' that {(request.Headed ? "--headed" : "--chromium-build")} asks for: it "
                + $"answers {product}. Name another program with --chromium, or leave out that option.");
        }

        var miscalled = own == ChromiumBuilds.Called(chromium)
            ? null : $"{chromium} answers {product}: whatever it is called, it is the build '{own.Text()}'.";
        if (miscalled is not null) say(miscalled);
        var full = own == ChromiumBuild.Full ? chromium : wish.Build is null ? setup.FullBeside(found) : null;
        string ProgramOf(BrowserConditions conditions) => own.WhyNot(conditions) is null ? chromium : full ?? chromium;
        return new FoundMaker(
            chromium, asked.Version,
            conditions => own.WhyNot(conditions) is { } reason && (full is null || ChromiumBuild.Full.WhyNot(conditions) is not null)
                ? miscalled is null ? reason : $"{reason} {miscalled}" : null,
            (environment, observer, conditions) => new ChromiumBrowser(
                new ChromiumLaunch(ProgramOf(conditions), environment)
                {
                    Headless = !request.Headed, Conditions = conditions,
                    Build = ProgramOf(conditions) == chromium ? own : ChromiumBuild.Full,
                },
                observer))
        {
            ProgramOf = ProgramOf,
            Build = own, Product = product, FullExecutable = full == chromium ? null : full,
            Notes = miscalled is null ? [] : [miscalled],
        };
    }

    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    /// <summary>The simulated browser needs no set-up and no self-check: it has no clock but the one that it is given.</summary>
    private static ReadyBrowser Simulated(PreflightRequest request, Action<string> say)
    {
        var (record, makeClock) = request.Clock switch
        {
            ClockMode.Auto or ClockMode.Virtual =>
                (
                    new ClockRecord("virtual", "not needed: the browser reads the world's clock"),
                    (Func<WorldClock, BrowserClock>)(world => new VirtualBrowserClock(world))),
            ClockMode.Aged => (new ClockRecord("aged", "not needed: the browser stays at real time"), world => new AgedBrowserClock(world)),
            ClockMode.Real => (new ClockRecord("real", "not needed: nothing is moved"), world => new RealBrowserClock(world)),
            _ => throw new PreflightException("The simulated browser has no process whose clock could be moved. Use --clock virtual."),
        };

        // Where its cookies age, the browser itself stays at real time.
        static IBrowser Make(BrowserClock clock, Action<BrowserSight> observer, BrowserConditions conditions) => new SimulatedBrowser(
            new SimulatedLaunch(clock.Mode == ClockMode.Aged ? TimeProvider.System : clock.Browser)
            {
                Transport = SimulatedLaunch.To(conditions),
                Cookies = CookiePolicy.AsShipped with { ThirdParty = conditions.ThirdPartyCookies ?? CookiePolicy.AsShipped.ThirdParty },
            },
            observer);

        using var named = new VirtualBrowserClock(new WorldClock());
        var version = Make(named, _ => { }, BrowserConditions.None).Version;
        say($"Browser: simulated {version}");
        return new ReadyBrowser(
            new BrowserRecord("simulated", version, null) { Transport = request.Sockets ? "sockets" : "memory" }, record, [],
            makeClock, Make)
        {
            RunsScripts = false,
            VisitsInMemory = !request.Sockets,
        };
    }

    // A browser that cannot be started at all is said before the first scenario, not a hundred times after it.
    private static async Task StartAsync(IBrowser browser, string executable, CancellationToken cancellation)
    {
        try
        {
            await browser.StartAsync(cancellation);
        }
        catch (Exception refused) when (refused is BrowserStartException or BrowserGoneException or TimeoutException)
        {
            throw new PreflightException(
                $"{executable} does not start: {refused.Message} Name another with --{browser.Name} or "
                + $"KMSI_{browser.Name.ToUpperInvariant()}.");
        }
    }
}

/// <summary>Makes a browser that is started with the given environment; not started yet.</summary>
internal delegate IBrowser BrowserMaker(
    IReadOnlyDictionary<string, string> environment, Action<BrowserSight> observer, BrowserConditions conditions);

/// <summary>A browser that was found and started once, and how to make instances of it.</summary>
/// <param name="WhyNot">Why it cannot be what a scenario needs; null when it can.</param>
internal sealed record FoundMaker(string Executable, string Version, Func<BrowserConditions, string?> WhyNot, BrowserMaker Make)
{
    /// <summary>Chromium's build by its own answer; null for others.</summary>
    public ChromiumBuild? Build { get; init; }

    /// <summary>That answer.</summary>
    public string? Product { get; init; }

    /// <summary>
    /// The full Chromium for scenarios that the headless shell cannot serve; null when there is none, or none is needed.
    /// </summary>
    public string? FullExecutable { get; init; }

    /// <summary>Which program serves a scenario of the conditions.</summary>
    public Func<BrowserConditions, string> ProgramOf { get; init; } = _ => Executable;

    /// <summary>What a reader of the results should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Something that every scenario needs does not work here.</summary>
public sealed class PreflightException(string message) : Exception(message);
