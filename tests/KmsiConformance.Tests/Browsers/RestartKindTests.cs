using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Chromium;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

/// <summary>Every kind of restart does the same to a session in every browser that has it.</summary>
[TestFixture(AnyBrowser.Simulated)]
[TestFixture(AnyBrowser.HeadlessShell, Category = "Browser")]
[TestFixture(AnyBrowser.Full, Category = "Browser")]
[TestFixture(AnyBrowser.Firefox, Category = "Browser")]
internal sealed class RestartKindTests(string kind)
{
    private const string Session = "c=session%3D1";
    private const string Kept = "c=kept%3D1;Max-Age%3D600";
    private CookieSite _site = null!;

    [SetUp]
    public async Task StartAsync() => _site = await CookieSite.StartAsync(TimeProvider.System);

    [TearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [Test]
    public async Task Restoring_the_session_brings_session_cookies_back_once()
    {
        var conditions = new BrowserConditions { RestoresSession = true };
        if (kind == AnyBrowser.HeadlessShell)
        {
            Assert.That(ChromiumBuild.HeadlessShell.WhyNot(conditions),
                Does.Contain("headless shell").And.Contain("--chromium-build full"));
            return;
        }

        await using var browser = await AnyBrowser.NewAsync(kind, conditions);
        await browser.StartAsync(CancellationToken.None);
        await browser.OpenAsync(_site.Url($"/set?{Session}&{Kept}"));

        await browser.StopAsync(StopKind.Quit, CancellationToken.None);
        await browser.StartAsync(StartKind.RestoreSession, CancellationToken.None);
        Assert.That(await browser.CookieNamesAsync(), Is.EqualTo(new[] { "kept", "session" }), "before any page was opened");
        Assert.That(await SeenAsync(browser), Is.EqualTo(new[] { "kept=1", "session=1" }));

        await browser.StopAsync(StopKind.Quit, CancellationToken.None);
        await browser.StartAsync(CancellationToken.None);
        Assert.That(await SeenAsync(browser), Is.EqualTo(new[] { "kept=1" }), "an ordinary start after it");
    }

    [Test]
    public async Task A_private_window_sees_nothing_of_the_profile_and_leaves_nothing_in_it()
    {
        await using var browser = await AnyBrowser.NewAsync(kind, BrowserConditions.None);
        await browser.StartAsync(CancellationToken.None);
        await browser.OpenAsync(_site.Url($"/set?{Session}&{Kept}"));

        await browser.StopAsync(StopKind.Quit, CancellationToken.None);
        await browser.StartAsync(StartKind.PrivateWindow, CancellationToken.None);
        Assert.That(await SeenAsync(browser), Is.Empty);
        await browser.OpenAsync(_site.Url("/set?c=secret%3D1;Max-Age%3D600&c=short%3D1"));
        Assert.That(await SeenAsync(browser), Is.EqualTo(new[] { "secret=1", "short=1" }));
        Assert.That(browser.TellsCookies, Is.EqualTo(kind != AnyBrowser.Firefox));
        if (browser.TellsCookies) await ChangeAsync(browser);
        else Assert.That(async () => await browser.CookieNamesAsync(), Throws.InstanceOf<CookiesUntoldException>());

        await browser.StopAsync(StopKind.Crash, CancellationToken.None);
        await browser.StartAsync(CancellationToken.None);
        Assert.That(await browser.CookieNamesAsync(), Is.EqualTo(new[] { "kept" }));
        Assert.That(await SeenAsync(browser), Is.EqualTo(new[] { "kept=1" }));
    }

    private async Task ChangeAsync(IBrowser browser)
    {
        Assert.That(await browser.CookieNamesAsync(), Is.EqualTo(new[] { "secret", "short" }));
        var secret = (await browser.CookiesAsync(CancellationToken.None)).Single(cookie => cookie.Name == "secret");
        await browser.SetCookieAsync(secret with { Value = "2" }, CancellationToken.None);
        Assert.That(await SeenAsync(browser), Is.EqualTo(new[] { "secret=2", "short=1" }));
        await browser.DeleteCookieAsync(secret, CancellationToken.None);
        Assert.That(await SeenAsync(browser), Is.EqualTo(new[] { "short=1" }));
    }

    private async Task<IReadOnlyList<string>> SeenAsync(IBrowser browser) =>
        [.. (await browser.OpenAsync(_site.Url("/seen"))).Title.Split("; ", StringSplitOptions.RemoveEmptyEntries)
            .Order(StringComparer.Ordinal)];
}
