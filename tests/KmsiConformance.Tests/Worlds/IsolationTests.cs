using KmsiConformance.Apps;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>Two worlds at the same time: neither sees the other's cookies, sites or clock.</summary>
internal sealed class IsolationTests
{
    [TestCase("simulated")]
    [TestCase("chromium", Category = "Browser")]
    public async Task Worlds_side_by_side_share_neither_cookies_nor_sites_nor_time(string browser)
    {
        var ready = browser == "simulated" ? await RealBrowser.SimulatedAsync() : await RealBrowser.ReadyAsync();
        await using var one = await CreateAsync(ready);
        await using var other = await CreateAsync(ready);
        var none = CancellationToken.None;

        Assert.That(other.Target.LoginSites[0], Is.Not.EqualTo(one.Target.LoginSites[0]));
        Assert.That(other.App("groceries").ProtectedPage(new AppVisit()),
            Is.Not.EqualTo(one.App("groceries").ProtectedPage(new AppVisit())));

        // Signing in to one world says nothing to the other, whose hosts have the same names.
        await one.OpenAsync(one.App("groceries").ProtectedPage(new AppVisit()), none);
        await one.SignInAsync(new SignInEntry(one.Target.User("alice"), KeepMeSignedIn: true), none);
        Assert.That(one.Ledger.Since(0).OfType<AppSessionStarted>(), Has.Exactly(1).Items);
        Assert.That(await one.Browser.CookiesAsync(none), Is.Not.Empty);
        Assert.That(await other.Browser.CookiesAsync(none), Is.Empty);
        Assert.That((await other.OpenAsync(other.App("groceries").ProtectedPage(new AppVisit()), none)).Kind, Is.EqualTo("credentials"));
        Assert.That(other.Ledger.Since(0).OfType<AppSessionStarted>(), Is.Empty);

        // Nor does its time pass there.
        await one.MoveClockAsync(TimeSpan.FromDays(30), none);
        var (ahead, behind) = (await one.Browser.NowAsync(none), await other.Browser.NowAsync(none));
        Assert.That(ahead - behind, Is.EqualTo(TimeSpan.FromDays(30)).Within(TimeSpan.FromSeconds(30)));
        Assert.That(one.Clock.GetUtcNow() - other.Clock.GetUtcNow(), Is.EqualTo(TimeSpan.FromDays(30)).Within(TimeSpan.FromSeconds(1)));
        Assert.That(one.Ledger.Since(0).OfType<RequestCompleted>().Select(request => new Uri(request.Url).Port),
            Is.Not.Empty.And.None.AnyOf(other.Ledger.Since(0).OfType<RequestCompleted>()
                .Select(request => (object)new Uri(request.Url).Port).ToArray()));
    }

    private static Task<World> CreateAsync(ReadyBrowser ready)
    {
        var suite = RealBrowser.Suite;
        var profile = RealBrowser.DefaultProfile;
        var worlds = new WorldFactory(ready, new ReferenceTargetKind(KnownProfiles.Readings(profile), null, suite.Folder),
            suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));
        Scenario scenario = suite.Scenarios.First(known => known.Id == "keep-me-signed-in/a-ticked-box-outlives-the-browser");
        return worlds.CreateAsync(scenario, _ => { }, CancellationToken.None);
    }
}
