using System.Collections.Concurrent;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Chromium;
using KmsiConformance.Browsers.Setup;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

/// <summary>What every test with a real browser shares: where Chromium is, limits, and a browser that records.</summary>
internal static class BrowserFixture
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static readonly IReadOnlyDictionary<string, string> NoEnvironment = new Dictionary<string, string>(StringComparer.Ordinal);

    // Found or installed once for all tests, as the command line does it: a machine without a browser must not pass by skipping.
    private static readonly Lazy<string> Found = new(() => new BrowserSetup(new ThisMachine(), TestContext.Progress.WriteLine)
        .FindAsync(new BrowserWish(), CancellationToken.None).GetAwaiter().GetResult().ExecutablePath);

    /// <summary>The Chromium of all tests.</summary>
    public static string Chromium() => Found.Value;

    public static ChromiumBrowser New(
        IReadOnlyDictionary<string, string>? environment = null, ConcurrentQueue<BrowserExchange>? exchanges = null) =>
        new(new ChromiumLaunch(Chromium(), environment ?? NoEnvironment), sight =>
        {
            if (sight is BrowserExchange exchange) exchanges?.Enqueue(exchange);
        });

    public static Task<PageSnapshot> OpenAsync(this IBrowser browser, string url) =>
        browser.OpenAsync(url, CookieSite.Signs, Limit, CancellationToken.None);

    public static Task<PageSnapshot> SubmitAsync(this IBrowser browser, string user, string password, bool? keepMeSignedIn = null) =>
        browser.SubmitCredentialsAsync(new Credentials(user, password, keepMeSignedIn), CookieSite.Signs, Limit, CancellationToken.None);

    public static async Task<IReadOnlyList<string>> CookieNamesAsync(this IBrowser browser) =>
        (await browser.CookiesAsync(CancellationToken.None)).Select(cookie => cookie.Name).Order(StringComparer.Ordinal).ToList();
}
