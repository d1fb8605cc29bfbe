using Microsoft.Playwright;

namespace KmsiConformance.Worlds.Browsers.Chromium;

/// <summary>Brings a Chromium up and attaches to its page.</summary>
internal static class ChromiumStart
{
    /// <summary>Starts the process and attaches to its page.</summary>
    /// <exception cref="BrowserStartException">The browser does not come up.</exception>
    public static Task<BrowserSession> LaunchAsync(
        ChromiumLaunch launch, ProfileFolder folder, ExchangeWatch watch, CancellationToken cancellation) =>
        PersistentStart.LaunchAsync(
            launch.ExecutablePath,
            playwright => playwright.Chromium.LaunchPersistentContextAsync(folder.Profile, Options(launch, folder)),
            watch,
            async (context, page) =>
            {
                var cdp = await context.Browser!.NewBrowserCDPSessionAsync();
                var processes = await cdp.SendAsync("SystemInfo.getProcessInfo");
                var main = processes!.Value.GetProperty("processInfo").EnumerateArray()
                    .First(process => process.GetProperty("type").GetString() == "browser");
                return new BrowserSession("chromium", context, page, main.GetProperty("id").GetInt32(), new ChromiumCookies(cdp, folder.Profile));
            },
            cancellation);

    private static BrowserTypeLaunchPersistentContextOptions Options(ChromiumLaunch launch, ProfileFolder folder)
    {
        var options = PersistentStart.Options(launch.ExecutablePath, launch.Environment, launch.Headless, launch.Limit, folder);
        options.Args = ChromiumLaunch.Switches();
        return options;
    }
}
