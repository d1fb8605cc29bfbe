using KmsiConformance.Clocks.Processes;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers.Firefox;

/// <summary>A stock Firefox, driven by WebDriver BiDi: no build of Playwright's own is needed. Linux only so far.</summary>
/// <param name="launch">How it is started.</param>
/// <param name="observer">Told of every HTTP exchange; called from another thread, must be quick.</param>
public sealed class FirefoxBrowser(FirefoxLaunch launch, Action<BrowserSight> observer) : DrivenBrowser(launch.Conditions, observer)
{
    /// <summary>Playwright's name for a Firefox that it drives by BiDi instead of its own protocol.</summary>
    private const string StockFirefox = "moz-firefox";

    private const string PrivateCookies =
        "Firefox does not tell what cookies a private window holds (WebDriver BiDi lists those of the profile only). Judge by what "
        + "visits show, or use --browser chromium or --browser simulated.";

    /// <inheritdoc/>
    public override string Name => "firefox";

    /// <summary>False: see <see cref="NamesakesApart"/>.</summary>
    public override bool TellsPartitions => false;

    private protected override Task<BrowserSession> LaunchAsync(
        ProfileFolder folder, StartKind kind, ExchangeWatch watch, CancellationToken cancellation) =>
        PersistentStart.LaunchAsync(
            launch.ExecutablePath,
            playwright => playwright.Firefox.LaunchPersistentContextAsync(folder.Profile, Options(folder, kind)),
            context => Task.FromResult(context.Pages[0]),
            watch,
            (context, page) => Task.FromResult(Attach(context, page, folder, kind)),
            cancellation);

    private protected override Task<byte[]> PictureAsync(IPage page) =>
        page.ScreenshotAsync(
            new PageScreenshotOptions { Type = ScreenshotType.Jpeg, Quality = 60, Caret = ScreenshotCaret.Initial });

    private static BrowserSession Attach(IBrowserContext context, IPage page, ProfileFolder folder, StartKind kind)
    {
        // BiDi does not tell the process, but its command line names the profile.
        var processes = ProcessTree.OnProfile(folder.Profile)
            ?? throw new BrowserStartException(
                "Firefox runs, but its process cannot be found; so far that works on Linux only. Use --browser chromium here.");
        var isPrivate = kind == StartKind.PrivateWindow;
        IBrowserCookies cookies = isPrivate ? new UntoldCookies(PrivateCookies) : new FirefoxCookies(context, page, folder.Profile);
        return new BrowserSession("firefox", context, page, processes.MainProcessId, cookies) { IsPrivate = isPrivate };
    }

    private BrowserTypeLaunchPersistentContextOptions Options(ProfileFolder folder, StartKind kind)
    {
        var options = PersistentStart.Options(
            launch.ExecutablePath, launch.Environment, launch.Headless, launch.Limit, folder, launch.Conditions.OnlyHosts);
        options.Channel = StockFirefox;
        options.FirefoxUserPrefs = FirefoxLaunch.Settings(kind, launch.Conditions.ThirdPartyCookies);
        return options;
    }
}
