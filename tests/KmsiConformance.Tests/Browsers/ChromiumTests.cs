using System.Collections.Concurrent;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Chromium;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

[TestFixture]
[Category("Browser")]
internal sealed class ChromiumTests
{
    private readonly ConcurrentQueue<BrowserExchange> _exchanges = new();
    private CookieSite _site = null!;
    private ChromiumBrowser _browser = null!;

    [SetUp]
    public async Task Start()
    {
        _exchanges.Clear();
        _site = await CookieSite.StartAsync(TimeProvider.System);
        _browser = BrowserFixture.New(exchanges: _exchanges);
        await _browser.StartAsync(CancellationToken.None);
    }

    [TearDown]
    public async Task End()
    {
        await _browser.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task A_session_cookie_is_gone_after_quit_and_a_persistent_one_is_kept()
    {
        await _browser.OpenAsync(_site.Url("/set?c=session%3D1&c=kept%3D1;Max-Age%3D600"));
        Assert.That(await _browser.CookieNamesAsync(), Is.EqualTo(new[] { "kept", "session" }));

        await _browser.StopAsync(StopKind.Quit, CancellationToken.None);
        await _browser.StartAsync(CancellationToken.None);

        var page = await _browser.OpenAsync(_site.Url("/seen"));
        Assert.That(await _browser.CookieNamesAsync(), Is.EqualTo(new[] { "kept" }));
        Assert.That(page.Title, Is.EqualTo("kept=1"));
    }

    [Test]
    public async Task A_crash_ends_the_session_cookie_and_keeps_a_persistent_one_set_just_before()
    {
        await _browser.OpenAsync(_site.Url("/set?c=session%3D1&c=kept%3D1;Max-Age%3D600"));

        await _browser.StopAsync(StopKind.Crash, CancellationToken.None);
        await _browser.StartAsync(CancellationToken.None);

        Assert.That(await _browser.CookieNamesAsync(), Is.EqualTo(new[] { "kept" }));
    }

    [Test]
    public async Task A_redirect_chain_is_linked_and_frames_are_told_from_the_top_level()
    {
        var page = await _browser.OpenAsync(_site.Url("/first"));

        var seen = _exchanges.OrderBy(exchange => exchange.Number).Take(5).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(page.Url, Is.EqualTo(_site.Url("/last")));
            Assert.That(page.Status, Is.EqualTo(200));
            Assert.That(
                seen.Select(exchange =>
                    (new Uri(exchange.Url).AbsolutePath, exchange.Context, exchange.Status, exchange.RedirectedFrom, exchange.Location)),
                Is.EquivalentTo(new (string, string, int, int?, string?)[]
                {
                    ("/first", "top-level", 302, null, "/second"),
                    ("/second", "top-level", 302, 1, "/last"),
                    ("/last", "top-level", 200, 2, null),
                    ("/", "frame", 200, null, null),
                    ("/none.png", "subresource", 404, null, null),
                }));
            Assert.That(seen.Take(3).Select(exchange => exchange.Number), Is.EqualTo(new[] { 1, 2, 3 }));
        });
    }

    [Test]
    public async Task A_process_that_dies_ends_the_pending_call()
    {
        var opening = _browser.OpenAsync(_site.Url("/slow"));
        System.Diagnostics.Process.GetProcessById(_browser.ProcessId!.Value).Kill();

        Assert.That(() => opening, Throws.InstanceOf<BrowserGoneException>().With.Message.Contains("nobody asked it to"));
        Assert.That(() => _browser.CookiesAsync(CancellationToken.None), Throws.InstanceOf<BrowserGoneException>());
        await Task.CompletedTask;
    }

    [Test]
    public async Task A_site_that_no_longer_answers_is_unreachable()
    {
        var url = _site.Url("/");
        await _browser.OpenAsync(url);
        await _site.DisposeAsync();
        Assert.That(
            () => _browser.OpenAsync(url),
            Throws.InstanceOf<SiteUnreachableException>().With.Message.Contains(url).And.Message.Contains("ERR_CONNECTION_REFUSED"));
    }

    [Test]
    public void A_site_without_an_address_is_unreachable() => Assert.That(
        () => _browser.OpenAsync("https://nobody.invalid/"), Throws.InstanceOf<SiteUnreachableException>());

    [Test]
    public void A_page_that_never_comes_is_named_when_the_limit_passes()
    {
        var url = _site.Url("/slow");
        Assert.That(
            () => _browser.OpenAsync(url, CookieSite.Signs, TimeSpan.FromSeconds(1), CancellationToken.None),
            Throws.InstanceOf<TimeoutException>().With.Message.Contains(url).And.Message.Contains("1 s"));
    }

    [Test]
    public async Task Stopping_leaves_no_process_and_disposing_no_profile()
    {
        var id = _browser.ProcessId!.Value;
        var profile = ProfileOf(id);
        Assert.That(SessionOf(id), Is.Not.Empty);

        await _browser.StopAsync(StopKind.Quit, CancellationToken.None);
        Assert.That(SessionOf(id), Is.Empty);
        Assert.That(Directory.Exists(profile), Is.True);

        await _browser.DisposeAsync();
        Assert.That(Directory.Exists(profile), Is.False);
    }

    [Test]
    public async Task A_crash_leaves_no_process()
    {
        var id = _browser.ProcessId!.Value;
        await _browser.StopAsync(StopKind.Crash, CancellationToken.None);
        Assert.That(SessionOf(id), Is.Empty);
    }

    [Test]
    public async Task A_page_whose_process_crashes_ends_the_pending_call()
    {
        await _browser.OpenAsync(_site.Url("/"));
        Assert.That(
            () => _browser.OpenAsync("chrome://crash"),
            Throws.InstanceOf<BrowserGoneException>().With.Message.Contains("the process of its page crashed"));
    }

    [Test]
    public async Task Disposing_a_running_browser_leaves_nothing()
    {
        var id = _browser.ProcessId!.Value;
        var profile = ProfileOf(id);

        await _browser.DisposeAsync();

        Assert.That(SessionOf(id), Is.Empty);
        Assert.That(Directory.Exists(profile), Is.False);
    }

    [Test]
    [NonParallelizable]
    public void An_exit_of_the_harness_kills_the_browser_and_deletes_its_profile()
    {
        var id = _browser.ProcessId!.Value;
        var profile = ProfileOf(id);

        BrowserProcesses.EndAll();

        Assert.That(SessionOf(id), Is.Empty);
        Assert.That(Directory.Exists(profile), Is.False);
        Assert.That(BrowserProcesses.Count, Is.Zero);
    }

    [Test]
    [NonParallelizable]
    public async Task A_start_that_fails_leaves_no_profile()
    {
        var before = BrowserProcesses.Count;
        await using (var broken = new ChromiumBrowser(new ChromiumLaunch("/bin/false", BrowserFixture.NoEnvironment), _ => { }))
        {
            Assert.That(() => broken.StartAsync(CancellationToken.None),
                Throws.InstanceOf<BrowserStartException>().With.Message.Contains("/bin/false"));
            Assert.That(BrowserProcesses.Count, Is.EqualTo(before + 1));
        }

        Assert.That(BrowserProcesses.Count, Is.EqualTo(before));
    }

    [Test]
    public async Task A_screenshot_is_a_jpeg()
    {
        await _browser.OpenAsync(_site.Url("/"));
        Assert.That((await _browser.ScreenshotAsync(CancellationToken.None))?.Take(3), Is.EqualTo(new byte[] { 0xFF, 0xD8, 0xFF }));
    }

    private static string ProfileOf(int id) => File.ReadAllText($"/proc/{id}/cmdline").Split('\0')
        .Single(argument => argument.StartsWith("--user-data-dir=", StringComparison.Ordinal))["--user-data-dir=".Length..];

    // Independent of the product's own way to find processes: whoever names the profile or belongs to the leader's group.
    private static List<string> SessionOf(int id) => Directory.GetDirectories("/proc")
        .Where(folder => int.TryParse(Path.GetFileName(folder), out _))
        .Select(folder =>
        {
            try
            {
                return File.ReadAllText(Path.Combine(folder, "stat"));
            }
            catch (IOException)
            {
                return "";
            }
        })
        .Where(stat => stat.Length > 0 && stat[(stat.LastIndexOf(')') + 2)..].Split(' ') is var fields && fields[0] != "Z"
            && fields[2] == $"{id}")
        .ToList();
}
