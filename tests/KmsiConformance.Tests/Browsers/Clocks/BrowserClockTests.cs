using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Processes;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers.Clocks;

/// <summary>A real browser under every clock that moves: the boundaries that every lifetime scenario stands on.</summary>
[TestFixture]
[Category("Browser")]
[Parallelizable(ParallelScope.None)]
internal sealed class BrowserClockTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Test]
    public async Task Cookies_vanish_one_minute_after_their_time_and_not_one_minute_before(
        [Values("preload", "libfaketime", "aged")] string kind)
    {
        using var clock = Make(kind);
        await using var site = await CookieSite.StartAsync(clock.World);
        await using var browser = BrowserFixture.New(clock.Environment);
        await browser.StartAsync(CancellationToken.None);
        await clock.LaunchedAsync(browser, CancellationToken.None);
        await browser.OpenAsync(site.Url("/set?c=short%3D1;Max-Age%3D1200&c=week%3D1;Max-Age%3D604800&c=session%3D1"));

        await clock.MoveAsync([browser], TimeSpan.FromSeconds(1200) - Minute, CancellationToken.None);
        Assert.That(await SentAsync(), Is.EqualTo("session=1; short=1; week=1"));
        await clock.MoveAsync([browser], 2 * Minute, CancellationToken.None);
        Assert.That(await SentAsync(), Is.EqualTo("session=1; week=1"));
        await clock.MoveAsync([browser], TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1200) - (2 * Minute), CancellationToken.None);
        Assert.That(await SentAsync(), Is.EqualTo("session=1; week=1"));
        await clock.MoveAsync([browser], 2 * Minute, CancellationToken.None);
        Assert.That(await SentAsync(), Is.EqualTo("session=1"));
        Assert.That(await browser.CookieNamesAsync(), Is.EqualTo(new[] { "session" }));

        async Task<string> SentAsync() =>
            string.Join("; ", (await browser.OpenAsync(site.Url("/seen"))).Title.Split("; ").Order(StringComparer.Ordinal));
    }

    [Test]
    public async Task A_stored_expiry_is_told_in_world_time_also_after_a_move([Values("preload", "aged")] string kind)
    {
        using var clock = Make(kind);
        await clock.MoveAsync([], TimeSpan.FromDays(100), CancellationToken.None);
        await using var site = await CookieSite.StartAsync(clock.World);
        await using var browser = BrowserFixture.New(clock.Environment);
        await browser.StartAsync(CancellationToken.None);
        await clock.LaunchedAsync(browser, CancellationToken.None);

        var expected = clock.World.GetUtcNow().AddDays(7);
        await browser.OpenAsync(
            site.Url($"/set?c=age%3D1;Max-Age%3D604800&c=date%3D1;Expires%3D{Uri.EscapeDataString(expected.ToString("R"))}"));
        await clock.MoveAsync([browser], TimeSpan.FromDays(3), CancellationToken.None);

        foreach (var cookie in await browser.CookiesAsync(CancellationToken.None))
            Assert.That(clock.ToWorld(cookie.ExpiresAt!.Value), Is.EqualTo(expected).Within(TimeSpan.FromSeconds(5)), cookie.Name);
        Assert.That(clock.ToWorld(clock.ToBrowser(expected)), Is.EqualTo(expected));
    }

    [Test]
    public async Task Ageing_changes_nothing_but_the_expiry()
    {
        using var clock = new AgedBrowserClock(new WorldClock());
        await using var site = await CookieSite.StartAsync(clock.World);
        await using var browser = BrowserFixture.New();
        await browser.StartAsync(CancellationToken.None);
        string[] cookies =
        [
            "plain=1", "host=1;Max-Age=6000", "domain=1;Max-Age=6000;Domain=shop.localhost", "path=1;Max-Age=6000;Path=/deep",
            "secure=1;Max-Age=6000;Secure", "hidden=1;Max-Age=6000;HttpOnly", "lax=1;Max-Age=6000;SameSite=Lax",
            "strict=1;Max-Age=6000;SameSite=Strict", "none=1;Max-Age=6000;SameSite=None;Secure",
            "chips=1;Max-Age=6000;SameSite=None;Secure;Partitioned",
        ];
        await browser.OpenAsync(site.Url("/set?" + string.Join('&', cookies.Select(cookie => $"c={Uri.EscapeDataString(cookie)}"))));
        var before = await browser.CookiesAsync(CancellationToken.None);
        Assert.That(before, Has.Count.EqualTo(cookies.Length));

        await clock.MoveAsync([browser], TimeSpan.FromSeconds(1000), CancellationToken.None);

        var after = await browser.CookiesAsync(CancellationToken.None);
        Assert.That(after.Select(Rest), Is.EquivalentTo(before.Select(Rest)));
        foreach (var cookie in after.Where(cookie => cookie.ExpiresAt is not null))
        {
            var was = before.Single(earlier => earlier.Name == cookie.Name).ExpiresAt!.Value;
            Assert.That(was - cookie.ExpiresAt, Is.EqualTo(TimeSpan.FromSeconds(1000)).Within(TimeSpan.FromMilliseconds(10)), cookie.Name);
        }

        static StoredCookie Rest(StoredCookie cookie) => cookie with
        {
            ExpiresAt = cookie.ExpiresAt is null ? null : DateTimeOffset.UnixEpoch,
        };
    }

    [Test]
    public async Task Cookies_age_also_while_no_browser_runs([Values("preload", "aged")] string kind)
    {
        using var clock = Make(kind);
        await using var site = await CookieSite.StartAsync(clock.World);
        await using var browser = BrowserFixture.New(clock.Environment);
        await browser.StartAsync(CancellationToken.None);
        await clock.LaunchedAsync(browser, CancellationToken.None);
        await browser.OpenAsync(site.Url("/set?c=short%3D1;Max-Age%3D1200&c=week%3D1;Max-Age%3D604800"));
        await browser.StopAsync(StopKind.Quit, CancellationToken.None);

        await clock.MoveAsync([], TimeSpan.FromMinutes(30), CancellationToken.None);
        await browser.StartAsync(CancellationToken.None);
        await clock.LaunchedAsync(browser, CancellationToken.None);

        Assert.That(await browser.CookieNamesAsync(), Is.EqualTo(new[] { "week" }));
    }

    [Test]
    public async Task Two_worlds_side_by_side_live_at_their_own_times([Values("preload", "libfaketime")] string kind)
    {
        using var near = Make(kind);
        using var far = Make(kind);
        await using var first = BrowserFixture.New(near.Environment);
        await using var second = BrowserFixture.New(far.Environment);
        await Task.WhenAll(first.StartAsync(CancellationToken.None), second.StartAsync(CancellationToken.None));

        await Task.WhenAll(
            near.MoveAsync([first], TimeSpan.FromMinutes(1), CancellationToken.None),
            far.MoveAsync([second], TimeSpan.FromDays(90), CancellationToken.None));

        Assert.That(await first.NowAsync(CancellationToken.None),
            Is.EqualTo(RealTime.UtcNow.AddMinutes(1)).Within(TimeSpan.FromSeconds(2)));
        Assert.That(await second.NowAsync(CancellationToken.None), Is.EqualTo(RealTime.UtcNow.AddDays(90)).Within(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public async Task The_self_check_names_what_it_saw([Values("preload", "libfaketime")] string kind)
    {
        using (Make(kind))
        {
            // Skips where the provider is not to be had.
        }

        var choice = await ClockChoice.FindAsync(
            environment => BrowserFixture.New(environment), ClockChoice.Providers.Where(known => known.Name == kind).ToList(),
            CancellationToken.None);
        Assert.That(choice.Name, Is.EqualTo(kind), choice.SelfCheck);
        Assert.That(choice.SelfCheck, Does.Match(@"^Date\.now\(\) follows: offset 10\.0 d and 40\.0 d within \d+ ms$"));
    }

    [Test]
    public async Task A_provider_that_does_not_move_the_browser_is_passed_over()
    {
        var choice = await ClockChoice.FindAsync(
            environment => BrowserFixture.New(environment),
            [("idle", () => new IdleClock()), ("absent", () => throw new ClockUnavailableException("not installed"))],
            CancellationToken.None);
        Assert.That(choice.Name, Is.Null);
        Assert.That(choice.SelfCheck, Does.Contain("idle: After its start the clock of chromium should read")
            .And.Contain("absent: not installed"));
    }

    [Test]
    public async Task A_clock_that_is_lost_while_the_browser_runs_is_a_fault_of_the_harness()
    {
        using var clock = new ProcessBrowserClock(new WorldClock(), new IdleClock());
        await using var browser = BrowserFixture.New();
        await browser.StartAsync(CancellationToken.None);
        await clock.LaunchedAsync(browser, CancellationToken.None);
        Assert.That(
            () => clock.MoveAsync([browser], TimeSpan.FromSeconds(5), CancellationToken.None),
            Throws.InstanceOf<ClockLostException>().With.Message.Contains("(-5 s)"));
    }

    [Test]
    public async Task The_real_clock_waits()
    {
        using var clock = new RealBrowserClock(new WorldClock());
        var before = clock.World.GetTimestamp();
        await clock.MoveAsync([], TimeSpan.FromMilliseconds(150), CancellationToken.None);
        Assert.That(clock.World.GetElapsedTime(before), Is.GreaterThanOrEqualTo(TimeSpan.FromMilliseconds(145)));
        Assert.That(clock.World.Offset, Is.EqualTo(TimeSpan.Zero));
    }

    private static BrowserClock Make(string kind)
    {
        if (kind == "aged")
            return new AgedBrowserClock(new WorldClock());
        try
        {
            return new ProcessBrowserClock(new WorldClock(), ClockChoice.Providers.Single(known => known.Name == kind).Make());
        }
        catch (ClockUnavailableException unavailable)
        {
            Assert.Ignore(unavailable.Message);
            throw;
        }
    }

    private sealed class IdleClock : IProcessClock
    {
        public string Name => "idle";

        public IReadOnlyDictionary<string, string> Environment => BrowserFixture.NoEnvironment;

        public void SetOffset(TimeSpan offset)
        {
        }

        public void Dispose()
        {
        }
    }
}
