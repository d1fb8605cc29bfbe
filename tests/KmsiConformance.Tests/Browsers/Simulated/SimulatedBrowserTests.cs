using System.Collections.Concurrent;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Clocks;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers.Simulated;

/// <summary>The simulated browser keeps the contract of all browsers; time is the world's.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SimulatedBrowserTests : IAsyncDisposable
{
    private readonly ConcurrentQueue<BrowserSight> _sights = new();
    private readonly WorldClock _clock = new();
    private readonly SimulatedBrowser _browser;
    private CookieSite _site = null!;

    public SimulatedBrowserTests() => _browser = new SimulatedBrowser(new SimulatedLaunch(_clock), _sights.Enqueue);

    private IEnumerable<BrowserExchange> Exchanges => _sights.OfType<BrowserExchange>();

    [SetUp]
    public async Task Start()
    {
        _site = await CookieSite.StartAsync(_clock);
        await _browser.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task A_date_of_a_site_whose_clock_is_behind_is_corrected_by_the_answers_own()
    {
        var behind = new WorldClock();
        await using var site = await CookieSite.StartAsync(behind);
        _clock.MoveBy(TimeSpan.FromDays(40));
        var until = (behind.GetUtcNow() + TimeSpan.FromDays(7)).ToString("R");
        await _browser.OpenAsync(site.Url($"/set?c={Uri.EscapeDataString($"dated=1; Expires={until}")}"));
        var cookie = (await _browser.CookiesAsync(CancellationToken.None)).Single(stored => stored.Name == "dated");
        Assert.That(cookie.ExpiresAt - _clock.GetUtcNow(), Is.EqualTo(TimeSpan.FromDays(7)).Within(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task A_restart_ends_session_cookies_and_keeps_persistent_ones([Values] StopKind kind)
    {
        await _browser.OpenAsync(_site.Url("/set?c=session%3D1&c=kept%3D1;Max-Age%3D600"));
        await _browser.StopAsync(kind, CancellationToken.None);
        await _browser.StartAsync(CancellationToken.None);
        Assert.That((await _browser.OpenAsync(_site.Url("/seen"))).Title, Is.EqualTo("kept=1"));
    }

    [Test]
    public async Task Time_passes_when_the_world_says_so()
    {
        await _browser.OpenAsync(_site.Url("/set?c=days%3D1;Max-Age%3D604800&c=short%3D1;Max-Age%3D600"));
        _clock.MoveBy(TimeSpan.FromMinutes(11));
        Assert.That(await _browser.CookieNamesAsync(), Is.EqualTo(new[] { "days" }));
        _clock.MoveBy(TimeSpan.FromDays(7));
        Assert.That(await _browser.CookieNamesAsync(), Is.Empty);
        Assert.That(await _browser.NowAsync(CancellationToken.None), Is.EqualTo(_clock.GetUtcNow()).Within(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public async Task A_redirect_chain_is_linked_and_frames_are_told_from_the_top_level()
    {
        var page = await _browser.OpenAsync(_site.Url("/first"));
        Assert.That(page.Url, Is.EqualTo(_site.Url("/last")));
        Assert.That(
            Exchanges.Select(exchange => (exchange.Number, new Uri(exchange.Url).AbsolutePath, exchange.Context, exchange.Status,
                exchange.RedirectedFrom, exchange.Location)),
            Is.EqualTo(new (int, string, string, int, int?, string?)[]
            {
                (1, "/first", "top-level", 302, null, "/second"),
                (2, "/second", "top-level", 302, 1, "/last"),
                (3, "/last", "top-level", 200, 2, null),
                (4, "/", "frame", 200, null, null),
                (5, "/none.png", "subresource", 404, null, null),
            }));
    }

    [Test]
    public async Task Cookies_go_out_of_the_store_and_in_again_unchanged()
    {
        await _browser.OpenAsync(_site.Url("/set?c=a%3D1;Max-Age%3D600;Secure;HttpOnly;SameSite%3DNone;Domain%3Dshop.localhost"));
        var cookie = (await _browser.CookiesAsync(CancellationToken.None)).Single();
        Assert.That((cookie.Domain, cookie.Secure, cookie.HttpOnly, cookie.SameSite), Is.EqualTo((".shop.localhost", true, true, "None")));

        await _browser.DeleteCookieAsync(cookie, CancellationToken.None);
        Assert.That(await _browser.CookieNamesAsync(), Is.Empty);
        await _browser.SetCookieAsync(cookie with { Value = "2", ExpiresAt = null }, CancellationToken.None);
        Assert.That((await _browser.CookiesAsync(CancellationToken.None)).Single(),
            Is.EqualTo(cookie with { Value = "2", ExpiresAt = null }));
        Assert.That((await _browser.OpenAsync(_site.Url("/seen"))).Title, Is.EqualTo("a=2"));
    }

    [Test]
    public async Task Tabs_share_cookies_and_browsers_do_not()
    {
        await _browser.UseTabAsync("second", CancellationToken.None);
        await _browser.OpenAsync(_site.Url("/set?c=a%3D1"));
        await _browser.UseTabAsync(null, CancellationToken.None);
        await using var other = new SimulatedBrowser(new SimulatedLaunch(_clock), _ => { });
        await other.StartAsync(CancellationToken.None);
        Assert.That((await _browser.OpenAsync(_site.Url("/seen"))).Title, Is.EqualTo("a=1"));
        Assert.That((await other.OpenAsync(_site.Url("/seen"))).Title, Is.Empty);
    }

    [Test]
    public async Task A_site_that_does_not_answer_is_unreachable_and_was_asked()
    {
        var url = _site.Url("/");
        await _site.DisposeAsync();
        Assert.That(() => _browser.OpenAsync(url), Throws.InstanceOf<SiteUnreachableException>().With.Message.Contains(url));
        Assert.That(Exchanges.Single().Status, Is.Zero);
    }

    [Test]
    public void A_page_that_never_comes_is_named_when_the_limit_passes() => Assert.That(
        () => _browser.OpenAsync(_site.Url("/slow"), CookieSite.Signs, TimeSpan.FromMilliseconds(200), CancellationToken.None),
        Throws.InstanceOf<TimeoutException>().With.Message.Contains("/slow").And.Message.Contains("0.2 s"));

    [Test]
    public async Task An_error_page_tells_its_status_and_message()
    {
        var page = await _browser.OpenAsync(_site.Url("/broken"));
        Assert.That((page.Status, page.IsErrorPage, page.Message), Is.EqualTo((503, true, "Out of order")));
    }

    [Test]
    public async Task There_is_no_picture_and_no_process()
    {
        Assert.That(await _browser.ScreenshotAsync(CancellationToken.None), Is.Null);
        Assert.That(_browser.ProcessId, Is.Null);
    }

    [Test]
    public async Task What_is_not_running_cannot_be_used()
    {
        await _browser.StopAsync(StopKind.Quit, CancellationToken.None);
        Assert.That(() => _browser.OpenAsync(_site.Url("/")), Throws.InvalidOperationException);
        Assert.That(() => _browser.CookiesAsync(CancellationToken.None), Throws.InvalidOperationException);
    }
}
