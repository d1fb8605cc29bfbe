using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Names;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>Several browsers in one world: cookies of their own, and one clock for all.</summary>
internal sealed class DevicesTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [TestCase("simulated")]
    [TestCase("chromium", Category = "Browser")]
    public async Task Devices_have_cookies_of_their_own_and_the_time_of_all(string browser)
    {
        await using var world = await CreateAsync(
            browser == "simulated" ? await RealBrowser.SimulatedAsync() : await RealBrowser.ReadyAsync());
        Assert.That(world.Device, Is.EqualTo("laptop"));
        var expires = await world.Browser.NowAsync(None) + TimeSpan.FromHours(1);
        await world.Browser.SetCookieAsync(
            new StoredCookie("x-ms-cpim-sso:demo_0", "one", "login.localhost", "/", expires, true, true, "None"), None);
        await world.LookAsync(None);

        world.Use("phone");
        Assert.That(await world.Browser.CookiesAsync(None), Is.Empty);
        await world.MoveClockAsync(TimeSpan.FromHours(2), None);
        await world.LookAsync(None);
        var later = await world.Browser.NowAsync(None);

        // Both events are of the laptop, although the phone was in use when the cookie ran out.
        var changes = world.Ledger.Since(0).OfType<CookieChanged>().Select(change => (change.Device, change.Change));
        Assert.That(changes, Is.EqualTo(new[] { ("laptop", "set"), ("laptop", "gone") }));
        Assert.That(world.Seen(0).OfType<CookieChanged>(), Is.Empty, "what the laptop holds is no evidence of the phone");
        Assert.That(world.Seen(0).OfType<ClockMoved>(), Has.One.Items, "time passes for both");

        world.Use("laptop");
        Assert.That(await world.Browser.NowAsync(None), Is.EqualTo(later).Within(TimeSpan.FromSeconds(30)));
        await world.RestartBrowserAsync("quit", None);
        Assert.That(world.Ledger.Since(0).OfType<BrowserStarted>().Select(started => started.Device),
            Is.EqualTo(new[] { "laptop", "phone", "laptop" }));
    }

    [Test]
    public async Task Several_devices_are_not_put_away()
    {
        await using var world = await CreateAsync(await RealBrowser.SimulatedAsync());
        Assert.That(world.WhyNotParked, Is.EqualTo("several devices cannot be put away"));
    }

    private static Task<World> CreateAsync(ReadyBrowser ready)
    {
        var (suite, profile) = (RealBrowser.Suite, RealBrowser.DefaultProfile);
        var worlds = new WorldFactory(
            ready, new ReferenceTargetKind(KnownProfiles.Readings(profile), null, suite.Folder), suite.RecipeOf(profile), null,
            TimeSpan.FromSeconds(20));
        var scenario = suite.Scenarios.First(known => known.Id == "keep-me-signed-in/a-ticked-box-outlives-the-browser");
        UsedName[] devices = [new(NameKind.Device, "laptop", 1, 1), new(NameKind.Device, "phone", 1, 1)];
        return worlds.CreateAsync(scenario with { Devices = devices }, _ => { }, None);
    }
}
