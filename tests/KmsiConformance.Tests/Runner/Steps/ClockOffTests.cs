using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Tests.Suite;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner.Steps;

/// <summary>Clocks that are wrong: who notices, and who must not.</summary>
internal sealed class ClockOffTests
{
    private const string Start = """
        title: It works as it should although a clock is wrong
        requirements: [R-020]
        profiles: [b2c-2020-12]
        policy: { keep-alive: 7 days, session: 20 minutes, expiry: absolute }
        steps:

        """;

    [Test]
    public async Task An_age_counts_from_when_the_cookie_came_however_wrong_the_browsers_clock_is()
    {
        var record = await OneScenario.PlayAsync(Start + """
              - clock-off: { browser: 5 days behind }
              - sign-in: { user: alice, app: groceries, keep-me-signed-in: true }
              - expect-cookie: { role: sso, persistent: true, lasts: keep-alive }
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
    }

    [Test]
    public async Task A_browser_that_is_put_ahead_drops_what_it_takes_for_old()
    {
        var record = await OneScenario.PlayAsync(Start + """
              - sign-in: { user: alice, app: groceries, keep-me-signed-in: true }
              - clock-off: { browser: 8 days ahead }
              - expect-no-cookie: { role: sso }
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
    }

    [Test]
    public async Task A_clock_that_is_put_back_renews_no_cookie()
    {
        var record = await OneScenario.PlayAsync(Start + """
              - sign-in: { user: alice, app: groceries, keep-me-signed-in: true }
              - clock-off: { browser: 1 hour behind }
              - open: groceries
                expect: app-session
              - expect-cookie: { role: sso, renewed: false }
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
    }

    [TestCase("apps: 4 minutes behind", Verdict.Passed)]
    [TestCase("apps: 6 minutes behind", Verdict.Failed)]
    [TestCase("server: 4 minutes ahead", Verdict.Passed)]
    [TestCase("server: 6 minutes ahead", Verdict.Failed)]
    [TestCase("server: 6 minutes ahead, apps: 6 minutes ahead", Verdict.Passed)]
    public async Task An_app_takes_a_token_whose_time_is_a_few_minutes_off_and_no_other(string clocks, Verdict expected)
    {
        var record = await OneScenario.PlayAsync(Start + $$"""
              - clock-off: { {{clocks}} }
              - sign-in: { user: alice, app: groceries }
            """);
        Assert.That(record.Verdict, Is.EqualTo(expected), record.Reason);
    }

    [Test]
    public async Task A_session_is_over_for_as_long_as_the_service_is_ahead()
    {
        var record = await OneScenario.PlayAsync(Start + """
              - sign-in: { user: alice, app: groceries }
              - clock-off: { server: 25 minutes ahead }
              - wait: 2 minutes
              - open: groceries
                expect: prompt
              - clock-off: { server: right }
              - open: groceries
                expect: silent
            """);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
    }

    [TestCase(ClockMode.Aged)]
    [TestCase(ClockMode.Real)]
    public async Task Where_the_browsers_time_is_not_moved_its_clock_cannot_be_wrong(ClockMode mode)
    {
        using var scratch = new ScratchSuite().With("own/one", Start + """
              - clock-off: { browser: 10 minutes behind }
              - sign-in: { user: alice, app: groceries }
            """);
        var suite = scratch.Load();
        var ready = await Preflight.FindAsync(
            new PreflightRequest(null, false, false, mode, "simulated"), _ => { }, CancellationToken.None);
        var worlds = new WorldFactory(
            ready, new ReferenceTargetKind(KnownProfiles.Readings(RealBrowser.DefaultProfile), null, suite.Folder),
            suite.RecipeOf(RealBrowser.DefaultProfile), null, TimeSpan.FromSeconds(20));
        Assert.That(worlds.WhyInapplicable(suite.Scenarios.Single()), Does.Contain("clock cannot be wrong"));
    }
}
