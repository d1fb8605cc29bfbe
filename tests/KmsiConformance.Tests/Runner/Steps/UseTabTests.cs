using KmsiConformance.Apps;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using KmsiConformance.Worlds.Recipes;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner.Steps;

/// <summary>What follows is done and looked at in the tab in use, and a page that was left waits there.</summary>
internal sealed class UseTabTests
{
    private const string Start = """
        title: It works as it should in two tabs
        requirements: [R-005]
        profiles: [b2c-2020-12]
        tabs: [first, second]
        steps:
          - open: groceries
            expect: prompt
          - use-tab: second

        """;

    private static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public async Task Each_step_is_done_in_the_tab_in_use_and_says_which()
    {
        var record = await PlayAsync("""
              - sign-in: { user: alice, app: pharmacy }
              - use-tab: first
              - fill-in: { user: bob, app: groceries }
              - expect-token: { app: groceries, user: bob, auth-time: sign-in }
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
        Assert.That(record.Steps.Select(step => step.Tab),
            Is.EqualTo(new[] { "first", "second", "second", "first", "first", "first" }));
    }

    [Test]
    public async Task What_is_typed_wrong_is_rejected_and_the_page_still_waits()
    {
        var record = await PlayAsync("""
              - use-tab: first
              - fill-in: { user: alice, app: groceries, password: wrong }
                expect: rejected
              - use-tab: second
              - open: pharmacy
                expect: prompt
              - use-tab: first
              - fill-in: { user: alice, app: groceries }
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
    }

    [Test]
    public async Task What_a_page_showed_in_one_tab_is_no_evidence_of_another()
    {
        var record = await PlayAsync("""
              - expect-page: { keep-me-signed-in: offered }
              - use-tab: first
              - fill-in: { user: alice, app: groceries }
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.CantTell), record.Reason);
    }

    [Test]
    public async Task A_browser_begins_in_its_first_tab_again_after_a_restart()
    {
        var record = await PlayAsync("""
              - use-tab: first
              - fill-in: { user: alice, app: groceries }
              - use-tab: second
              - restart-browser: quit
              - open: groceries
                expect: prompt
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
        Assert.That(record.Steps[^1].Tab, Is.EqualTo("first"));
    }

    [Test]
    public async Task Whatever_was_seen_in_the_other_tab_belongs_to_no_step_of_this_one()
    {
        await using var world = await CreateAsync();
        await world.OpenAppAsync("groceries", new AppVisit(), None);
        await world.UseTabAsync("second", None);
        var before = world.Ledger.Count;
        world.Ledger.AppendOf(null, "first", new RequestCompleted(9, "GET", "https://login.localhost/", "login", "frame", 200, null, null));
        await world.OpenAppAsync("pharmacy", new AppVisit(), None);

        Assert.That(world.SeenInTab(before).OfType<RequestCompleted>().Select(request => request.Tab), Is.All.EqualTo("second"));
        Assert.That(world.Seen(before).OfType<RequestCompleted>().Select(request => request.Number), Does.Contain(9));
        Assert.That(world.WhyNotParked, Is.EqualTo("several tabs cannot be put away"));
    }

    [Test]
    public async Task A_page_that_is_not_there_any_more_is_not_filled_in()
    {
        await using var world = await CreateAsync();
        Assert.That(await world.ShownInsteadAsync(None), Is.EqualTo("no page that asks for credentials was left there"));
        await world.OpenAppAsync("groceries", new AppVisit(), None);
        Assert.That(await world.ShownInsteadAsync(None), Is.Null);

        // As a page does that looks by itself whether somebody has signed in meanwhile.
        await world.Browser.OpenAsync(
            world.App("groceries").SignOutPage(new SignOutRequest(new SignOutManner())),
            RealBrowser.Suite.RecipeOf(RealBrowser.DefaultProfile).PageSigns(), TimeSpan.FromSeconds(20), None);
        Assert.That(await world.ShownInsteadAsync(None), Does.EndWith("is shown, and nobody has touched it"));
    }

    private static Task<ScenarioRecord> PlayAsync(string steps) => OneScenario.PlayAsync(Start + steps);

    private static async Task<World> CreateAsync()
    {
        var (suite, profile) = (RealBrowser.Suite, RealBrowser.DefaultProfile);
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(), new ReferenceTargetKind(KnownProfiles.Readings(profile), null, suite.Folder),
            suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));
        var scenario = suite.Scenarios.First(known => known.Id == "tabs/a-sign-out-in-another-tab");
        return await worlds.CreateAsync(scenario, _ => { }, None);
    }
}
