using System.Collections.Concurrent;
using KmsiConformance.Worlds.Browsers;
using KmsiConformance.Worlds.Browsers.Chromium;
using NUnit.Framework;


namespace KmsiConformance.Tests.Browsers;

/// <summary>What every test with a real browser shares: where Chromium is, limits, and a browser that records.</summary>
internal static class BrowserFixture
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static readonly IReadOnlyDictionary<string, string> NoEnvironment = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Skips the test where no Chromium is installed.</summary>
    public static string Chromium()
    {
        string[] places = ["/usr/lib/chromium/chromium-headless-shell", "/usr/lib/chromium/chromium"];
        var found = places.FirstOrDefault(File.Exists);
        if (found is null)
            Assert.Ignore("No Chromium on this machine.");
        return found!;
    }

    public static ChromiumBrowser New(
        IReadOnlyDictionary<string, string>? environment = null, ConcurrentQueue<BrowserExchange>? exchanges = null) =>
        new(new ChromiumLaunch(Chromium(), environment ?? NoEnvironment), exchange => exchanges?.Enqueue(exchange));

    public static Task<PageSnapshot> OpenAsync(this IBrowser browser, string url) =>
        browser.OpenAsync(url, CookieSite.Signs, Limit, CancellationToken.None);

    public static Task<PageSnapshot> SubmitAsync(this IBrowser browser, string user, string password, bool? keepMeSignedIn = null) =>
        browser.SubmitCredentialsAsync(new Credentials(user, password, keepMeSignedIn), CookieSite.Signs, Limit, CancellationToken.None);

    public static async Task<IReadOnlyList<string>> CookieNamesAsync(this IBrowser browser) =>
        (await browser.CookiesAsync(CancellationToken.None)).Select(cookie => cookie.Name).Order(StringComparer.Ordinal).ToList();
}
