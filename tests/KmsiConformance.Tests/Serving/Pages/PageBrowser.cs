using Deque.AxeCore.Playwright;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Setup;
using Microsoft.Playwright;
using NUnit.Framework;

using IBrowser = Microsoft.Playwright.IBrowser;

namespace KmsiConformance.Tests.Serving.Pages;

/// <summary>A Chromium to look at pages with, the one that scenarios use.</summary>
internal sealed class PageBrowser : IAsyncDisposable
{
    private readonly IBrowser _browser;

    private PageBrowser(IBrowser browser) => _browser = browser;

    public static async Task<PageBrowser> StartAsync()
    {
        var found = await new BrowserSetup(new ThisMachine(), TestContext.Progress.WriteLine)
            .FindAsync(new BrowserWish(), CancellationToken.None);
        var playwright = await PlaywrightDriver.GetAsync(CancellationToken.None);
        return new PageBrowser(await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = found.ExecutablePath, Headless = true, Args = ["--no-sandbox", "--disable-gpu"],
        }));
    }

    public async Task<IPage> PageAsync(bool dark = false, int width = 1280)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            IgnoreHTTPSErrors = true,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        return await context.NewPageAsync();
    }

    /// <summary>Waits for a page of an app; whether the browser is there already makes no difference.</summary>
    public static async Task ArriveAsync(IPage page, string app)
    {
        await page.WaitForSelectorAsync(
            "meta[name=kmsi-page][content=app]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        Assert.That(page.Url, Does.StartWith(app));
    }

    /// <summary>What axe finds wrong, one line each.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.That(result.Passes, Is.Not.Empty, "axe looked at something");
        return [.. result.Violations.SelectMany(violation =>
            violation.Nodes.Select(node => $"{violation.Id}: {violation.Help} {node.Html}"))];
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();
}
