using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Browsers.Firefox;
using KmsiConformance.Browsers.Setup;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Processes;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

/// <summary>What a session lives by must be the same in every real browser.</summary>
[TestFixture("chromium")]
[TestFixture("firefox")]
[Category("Browser")]
internal sealed class EveryRealBrowserTests(string name)
{
    // Found or installed as the command does it, once for all tests.
    private static readonly Lazy<Task<FoundBrowser>> Firefox = new(() =>
        new FirefoxSetup(new ThisMachine(), TestContext.Progress.WriteLine).FindAsync(new BrowserWish(), CancellationToken.None));

    [Test]
    public async Task A_session_cookie_is_gone_after_the_end_and_a_persistent_one_is_kept([Values] StopKind kind)
    {
        await using var site = await CookieSite.StartAsync(TimeProvider.System);
        await using var browser = await NewAsync(BrowserFixture.NoEnvironment);
        await browser.StartAsync(CancellationToken.None);
        await browser.OpenAsync(site.Url("/set?c=session%3D1&c=kept%3D1;Max-Age%3D600"));
        Assert.That(await browser.CookieNamesAsync(), Is.EqualTo(new[] { "kept", "session" }));
        var process = browser.ProcessId!.Value;

        await browser.StopAsync(kind, CancellationToken.None);
        Assert.That(ProcessTree.IsAlive(process), Is.False);
        await browser.StartAsync(CancellationToken.None);

        Assert.That((await browser.OpenAsync(site.Url("/seen"))).Title, Is.EqualTo("kept=1"));
        Assert.That(browser.ProcessId, Is.Not.EqualTo(process));
    }

    [Test]
    public async Task What_scripts_of_the_page_have_stored_is_read()
    {
        await using var site = await LoopbackServer.StartAsync(
            TimeProvider.System,
            app => app.MapGet("/", () => Results.Content(
                "<script>localStorage.setItem('a', 'kept for long'); sessionStorage.setItem('b', 'kept for now')</script>", "text/html")));
        await using var browser = await NewAsync(BrowserFixture.NoEnvironment);
        await browser.StartAsync(CancellationToken.None);
        await browser.OpenAsync(site.Origin("login") + "/");
        Assert.That(await browser.StoredByScriptsAsync(CancellationToken.None), Is.EquivalentTo(["kept for long", "kept for now"]));
    }

    [Test]
    public async Task A_cookie_ends_with_the_moved_clock_and_can_be_changed_and_deleted()
    {
        if (!PreloadLibrary.HasCompiler) Assert.Ignore("There is no C compiler here, and libfaketime does not move Firefox.");
        using var clock = new ProcessBrowserClock(new WorldClock(), new PreloadClock());
        await using var site = await CookieSite.StartAsync(clock.World);
        await using var browser = await NewAsync(clock.Environment);
        await browser.StartAsync(CancellationToken.None);
        await browser.OpenAsync(site.Url("/set?c=short%3D1;Max-Age%3D1200&c=week%3D1;Max-Age%3D604800"));
        var week = (await browser.CookiesAsync(CancellationToken.None)).Single(cookie => cookie.Name == "week");
        Assert.That(week.ExpiresAt, Is.EqualTo(clock.World.GetUtcNow().AddDays(7)).Within(TimeSpan.FromSeconds(5)));

        await clock.MoveAsync([browser], TimeSpan.FromMinutes(21), CancellationToken.None);
        Assert.That((await browser.OpenAsync(site.Url("/seen"))).Title, Is.EqualTo("week=1"));

        await browser.SetCookieAsync(week with { Value = "2" }, CancellationToken.None);
        Assert.That((await browser.OpenAsync(site.Url("/seen"))).Title, Is.EqualTo("week=2"));
        await browser.DeleteCookieAsync(week, CancellationToken.None);
        Assert.That(await browser.CookieNamesAsync(), Is.Empty);
    }

    [Test]
    public async Task A_site_that_no_longer_answers_is_unreachable_and_disposing_leaves_nothing()
    {
        var site = await CookieSite.StartAsync(TimeProvider.System);
        var url = site.Url("/");
        var browser = await NewAsync(BrowserFixture.NoEnvironment);
        await browser.StartAsync(CancellationToken.None);
        await browser.OpenAsync(url);
        await site.DisposeAsync();
        Assert.That(() => browser.OpenAsync(url), Throws.InstanceOf<SiteUnreachableException>().With.Message.Contains(url));

        var process = browser.ProcessId!.Value;
        await browser.DisposeAsync();
        Assert.That(ProcessTree.IsAlive(process), Is.False);
    }

    /// <summary>Whoever looks may meet a document that is just being replaced by the next.</summary>
    [Test]
    public async Task A_chain_of_pages_that_replace_each_other_is_followed_to_its_end_and_looked_at_all_the_while()
    {
        await using var site = await CookieSite.StartAsync(TimeProvider.System);
        await using var browser = await NewAsync(BrowserFixture.NoEnvironment);
        await browser.StartAsync(CancellationToken.None);
        var opening = browser.OpenAsync(site.Url("/hops?left=40"));
        var looks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LookAsync()));
        Assert.That((await opening).Title, Is.EqualTo("arrived"));
        Assert.That(looks, Has.All.Positive, "how many there are is the machine's affair");

        async Task<int> LookAsync()
        {
            var count = 0;
            for (; !opening.IsCompleted; count++)
                Assert.That(await browser.NowAsync(CancellationToken.None), Is.EqualTo(RealTime.UtcNow).Within(TimeSpan.FromMinutes(1)));
            return count;
        }
    }

    private async Task<IBrowser> NewAsync(IReadOnlyDictionary<string, string> environment) => name == "chromium"
        ? BrowserFixture.New(environment)
        : new FirefoxBrowser(new FirefoxLaunch((await Firefox.Value).ExecutablePath, environment), _ => { });
}
