using System.Collections.Concurrent;
using KmsiConformance.Browsers;
using KmsiConformance.Clocks;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

/// <summary>Several tabs of one browser: the cookies are shared, the pages are not.</summary>
[TestFixture(AnyBrowser.Simulated)]
[TestFixture(AnyBrowser.HeadlessShell, Category = "Browser")]
[TestFixture(AnyBrowser.Firefox, Category = "Browser")]
internal sealed class TabsTests(string kind)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly ConcurrentQueue<BrowserSight> _sights = new();
    private CookieSite _site = null!;
    private IBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _site = await CookieSite.StartAsync(TimeProvider.System);
        _browser = await AnyBrowser.NewAsync(kind, BrowserConditions.None, observer: _sights.Enqueue);
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await _browser.DisposeAsync();
        await _site.DisposeAsync();
    }

    [SetUp]
    public async Task Begin()
    {
        await _browser.StartAsync(None);
        _sights.Clear();
    }

    [TearDown]
    public Task Quit() => _browser.StopAsync(StopKind.Quit, None);

    [Test]
    public async Task A_page_waits_in_its_tab_while_another_is_used_and_is_filled_in_then()
    {
        await _browser.OpenAsync(_site.Url("/login"));
        await _browser.UseTabAsync("second", None);
        Assert.That((await LookAsync()).Url, Is.EqualTo("about:blank"), "a tab begins with nothing");
        await _browser.OpenAsync(_site.Url("/set?c=of%3Dboth"));

        await _browser.UseTabAsync(null, None);
        Assert.That((await LookAsync()).AsksForCredentials, Is.True);
        var welcome = await _browser.SubmitCredentialsAsync(
            new Credentials("ann", "right", null), CookieSite.Signs, BrowserFixture.Limit, None);
        Assert.That(welcome.Title, Does.StartWith("welcome ann"));
        Assert.That((await _browser.OpenAsync(_site.Url("/seen"))).Title, Is.EqualTo("of=both"));

        await _browser.UseTabAsync("second", None);
        Assert.That((await LookAsync()).Url, Does.Contain("/set"), "it shows what it showed");
        Assert.That(await _browser.GoBackAsync(CookieSite.Signs, BrowserFixture.Limit, None), Is.Null, "it has a history of its own");
    }

    [Test]
    public async Task Every_exchange_is_told_with_its_tab_and_a_number_of_its_own()
    {
        await _browser.OpenAsync(_site.Url("/first"));
        await _browser.UseTabAsync("second", None);
        await _browser.OpenAsync(_site.Url("/plain"));
        await _browser.UseTabAsync(null, None);
        await _browser.OpenAsync(_site.Url("/"));

        var seen = _sights.OfType<BrowserExchange>().Where(exchange => exchange.Context == "top-level").ToList();
        Assert.That(seen.Where(exchange => exchange.Tab == "second").Select(exchange => exchange.Url),
            Is.EqualTo(new[] { _site.Url("/plain") }));
        Assert.That(seen.Where(exchange => exchange.Tab is null).Select(exchange => new Uri(exchange.Url).AbsolutePath),
            Is.EqualTo(new[] { "/first", "/second", "/last", "/" }));
        Assert.That(_sights.OfType<BrowserExchange>().Select(exchange => exchange.Number), Is.Unique);
    }

    [Test]
    public async Task What_a_page_does_in_the_background_is_told_of_its_own_tab()
    {
        await _browser.OpenAsync(_site.Url("/frames-later"));
        await _browser.UseTabAsync("second", None);
        await _browser.OpenAsync(_site.Url("/"));

        // It runs no scripts: nothing happens in the background.
        if (kind == AnyBrowser.Simulated)
        {
            Assert.That(Frames(), Is.Empty);
            return;
        }

        for (var tries = 0; tries < 100 && !Frames().Any(); tries++) await RealTime.Delay(TimeSpan.FromMilliseconds(100));

        Assert.That(Frames().Select(frame => frame.Tab), Is.EqualTo(new string?[] { null }));
        Assert.That((await LookAsync()).Url, Is.EqualTo(_site.Url("/")));

        IEnumerable<BrowserExchange> Frames() => _sights.OfType<BrowserExchange>().Where(exchange => exchange.Context == "frame");
    }

    [Test]
    public async Task Tabs_end_with_the_process()
    {
        await _browser.UseTabAsync("second", None);
        await _browser.OpenAsync(_site.Url("/"));
        await _browser.StopAsync(StopKind.Quit, None);
        await _browser.StartAsync(None);

        Assert.That((await LookAsync()).Url, Is.EqualTo("about:blank"));
        await _browser.UseTabAsync("second", None);
        Assert.That((await LookAsync()).Url, Is.EqualTo("about:blank"));
    }

    private Task<PageSnapshot> LookAsync() => _browser.LookAsync(CookieSite.Signs, BrowserFixture.Limit, None);
}
