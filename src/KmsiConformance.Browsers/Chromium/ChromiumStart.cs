using Microsoft.Playwright;

namespace KmsiConformance.Browsers.Chromium;

/// <summary>Brings a Chromium up and attaches to its page.</summary>
internal static class ChromiumStart
{
    /// <summary>Starts the process and attaches to its page.</summary>
    /// <exception cref="BrowserStartException">The browser does not come up, or is another build than it has to be.</exception>
    public static Task<BrowserSession> LaunchAsync(
        ChromiumLaunch launch, ProfileFolder folder, StartKind kind, ExchangeWatch watch, Action<BrowserSight> observer,
        CancellationToken cancellation)
    {
        if ((launch.Build ?? ChromiumBuilds.Called(launch.ExecutablePath)) == ChromiumBuild.Full)
            ChromiumPreferences.Write(folder.Profile, kind, launch.Conditions.ThirdPartyCookies);
        return PersistentStart.LaunchAsync(
            launch.ExecutablePath,
            playwright => playwright.Chromium.LaunchPersistentContextAsync(folder.Profile, Options(launch, folder, kind)),
            context => kind == StartKind.PrivateWindow ? PrivateWindowAsync(context) : Task.FromResult(context.Pages[0]),
            watch,
            (context, page) => AttachAsync(launch, context, page, folder, kind, observer),
            cancellation);
    }

    private static async Task<BrowserSession> AttachAsync(
        ChromiumLaunch launch, IBrowserContext context, IPage page, ProfileFolder folder, StartKind kind, Action<BrowserSight> observer)
    {
        await RefusalWatch.AttachAsync(page, observer);
        var cdp = await context.Browser!.NewBrowserCDPSessionAsync();
        var product = (await cdp.SendAsync("Browser.getVersion"))!.Value.GetProperty("product").GetString()!;
        if (launch.Build is { } build && build != ChromiumBuilds.Answered(product))
            throw new BrowserStartException(
                $"{launch.ExecutablePath} was to be the build '{build.Text()}' and answers {product}, which is '"
                + $"{ChromiumBuilds.Answered(product).Text()}'");
        var processes = await cdp.SendAsync("SystemInfo.getProcessInfo");
        var main = processes!.Value.GetProperty("processInfo").EnumerateArray()
            .First(process => process.GetProperty("type").GetString() == "browser");
        var isPrivate = kind == StartKind.PrivateWindow;
        var cookies = new ChromiumCookies(cdp, folder.Profile, isPrivate ? await PartOfAsync(page) : null);
        return new BrowserSession("chromium", context, page, main.GetProperty("id").GetInt32(), cookies)
        {
            IsPrivate = isPrivate, Product = product,
        };
    }

    /// <summary>A context of the running browser that is not its profile's: off the record, as an incognito window is.</summary>
    private static async Task<IPage> PrivateWindowAsync(IBrowserContext context)
    {
        var window = await context.Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            IgnoreHTTPSErrors = true, ViewportSize = PersistentStart.Viewport,
        });
        return await window.NewPageAsync();
    }

    /// <summary>The protocol's name for the context that a page belongs to.</summary>
    private static async Task<string> PartOfAsync(IPage page)
    {
        var protocol = await page.Context.NewCDPSessionAsync(page);
        var target = await protocol.SendAsync("Target.getTargetInfo");
        await protocol.DetachAsync();
        return target!.Value.GetProperty("targetInfo").GetProperty("browserContextId").GetString()!;
    }

    private static BrowserTypeLaunchPersistentContextOptions Options(ChromiumLaunch launch, ProfileFolder folder, StartKind kind)
    {
        var options = PersistentStart.Options(
            launch.ExecutablePath, launch.Environment, launch.Headless, launch.Limit, folder, launch.Conditions.OnlyHosts);
        options.Args = ChromiumLaunch.Switches(kind);
        return options;
    }
}
