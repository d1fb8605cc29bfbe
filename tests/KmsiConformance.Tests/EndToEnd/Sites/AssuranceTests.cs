using KmsiConformance.Ledger;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd.Sites;

/// <summary>
/// What is said of sites that claim a level of assurance, by how long their sessions really live. They all declare the same: 20 hours,
/// and 10 days for kept ones.
/// </summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AssuranceTests
{
    private const string Rev3 = "nist-800-63b-3";
    private const string Rev4 = "nist-800-63b-4";
    private const string HalfADay = "assurance/a-session-in-use-ends-after-half-a-day/plain";
    private const string ADay = "assurance/a-session-in-use-ends-after-a-day/plain";
    private const string HalfAnHour = "assurance/a-session-unused-for-half-an-hour-is-over/plain";
    private const string AnHour = "assurance/a-session-unused-for-an-hour-is-over/plain";
    private const string AQuarter = "assurance/a-session-unused-for-a-quarter-of-an-hour-is-over/plain";
    private const string Browser = "assurance/a-session-does-not-outlive-its-browser/";

    // Minutes without use, hours however used (0: any), the level claimed.
    [TestCase(30, 12, 2, HalfADay, Rev3, Verdict.Passed)]
    [TestCase(30, 8, 2, HalfADay, Rev3, Verdict.Passed, TestName = "A session that ends before the limit keeps to it")]
    [TestCase(30, 13, 2, HalfADay, Rev3, Verdict.Failed)]
    [TestCase(30, 0, 2, HalfADay, Rev3, Verdict.Failed, TestName = "Use extends it for ever, and 12 hours are the limit")]
    [TestCase(30, 0, 3, HalfADay, Rev4, Verdict.Failed)]
    [TestCase(30, 0, 2, HalfADay, Rev4, Verdict.Inapplicable, TestName = "Level 2 of the other revision has another limit")]
    [TestCase(5, 0, 2, HalfADay, Rev3, Verdict.CantTell, TestName = "A session that ends for want of use does not show what use does")]
    [TestCase(60, 24, 2, ADay, Rev4, Verdict.Passed)]
    [TestCase(60, 0, 2, ADay, Rev4, Verdict.Warning, TestName = "What is only recommended is a warning")]
    [TestCase(30, 12, 2, HalfAnHour, Rev3, Verdict.Passed)]
    [TestCase(45, 12, 2, HalfAnHour, Rev3, Verdict.Failed, TestName = "Twenty declared hours do not excuse 45 minutes without use")]
    [TestCase(45, 12, 2, AnHour, Rev4, Verdict.Passed)]
    [TestCase(90, 12, 2, AnHour, Rev4, Verdict.Warning)]
    [TestCase(15, 12, 3, AQuarter, Rev3, Verdict.Passed)]
    [TestCase(30, 12, 3, AQuarter, Rev3, Verdict.Failed)]
    [TestCase(30, 12, 3, AQuarter, Rev4, Verdict.Warning)]
    [TestCase(30, 12, 2, AQuarter, Rev3, Verdict.Inapplicable)]
    public async Task A_site_is_held_to_the_limits_of_the_level_that_it_claims(
        int idle, int overall, int level, string scenario, string profile, Verdict verdict)
    {
        var seen = await RunAsync(new Life(idle, overall, level), profile, scenario);
        Assert.That(seen.Scenarios.Single().Verdict, Is.EqualTo(verdict), seen.Scenarios.Single().Reason);
    }

    // The box of this site works, by a cookie that brings back sessions for ten days.
    [TestCase("plain", Rev3, Verdict.Passed)]
    [TestCase("kept", Rev3, Verdict.Failed)]
    [TestCase("kept", Rev4, Verdict.Warning)]
    public async Task Keeping_somebody_signed_in_is_what_the_guidelines_speak_against(string session, string profile, Verdict verdict)
    {
        var seen = await RunAsync(new Life(30, 12, 2), profile, Browser + session);
        Assert.That(seen.Scenarios.Single().Verdict, Is.EqualTo(verdict), seen.Scenarios.Single().Reason);
    }

    [Test]
    public async Task Whoever_claims_no_level_is_told_how_and_is_not_judged()
    {
        var seen = (await RunAsync(new Life(30, 0, 0), Rev3, HalfADay)).Scenarios.Single();
        Assert.That(seen.Verdict, Is.EqualTo(Verdict.Inapplicable));
        Assert.That(seen.Reason, Does.Contain("write 'assurance: 2' under 'policy' in the target file"));
    }

    [Test]
    public async Task The_run_says_which_documents_the_site_follows_where_they_disagree()
    {
        var strict = await RunAsync(new Life(30, 12, 2), Rev3, HalfADay);
        Assert.That(strict.Conflicts!.Select(conflict => (conflict.Id, conflict.Side)), Is.EqualTo(new[] { ("C-24", "half-a-day") }));
        Assert.That(strict.Conflicts!.Single().SeenBy, Is.EqualTo(new[] { HalfADay }));
        var kept = (await RunAsync(new Life(30, 0, 2), Rev3, HalfADay, Browser + "kept")).Conflicts!;
        Assert.That(
            kept.Select(conflict => (conflict.Id, conflict.Side)), Is.EqualTo(new[] { ("C-22", "if-asked-to"), ("C-24", "as-declared") }));
        var nothing = await RunAsync(new Life(5, 0, 2), Rev3, HalfADay);
        Assert.That(nothing.Conflicts, Is.Empty, "what could not be told shows nothing");
    }

    [Test]
    [Category("Browser")]
    public async Task A_real_browser_sees_the_same()
    {
        var seen = await RunAsync(new Life(30, 8, 2), Rev3, await RealBrowser.ReadyAsync(), HalfAnHour, Browser + "kept");
        Assert.That(
            seen.Scenarios.Select(scenario => (scenario.Id, scenario.Verdict)),
            Is.EqualTo(new[] { (Browser + "kept", Verdict.Failed), (HalfAnHour, Verdict.Passed) }),
            string.Join('\n', seen.Scenarios.Select(scenario => scenario.Reason)));
    }

    // A sound site, but for a box that keeps its users signed in.
    [TestCase(Rev3)]
    [TestCase(Rev4)]
    public async Task At_a_sound_site_all_is_told_and_nothing_but_keeping_people_signed_in_is_wrong(string profile)
    {
        var seen = (await RunAsync(new Life(15, 12, 3) { Declared = "session: 15 minutes, maximum: 12 hours" }, profile)).Scenarios;
        var wrong = seen.Where(scenario => scenario.Verdict is not (Verdict.Passed or Verdict.Inapplicable)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wrong.Select(scenario => scenario.Id), Is.All.EndsWith("/kept").And.Not.Empty);
            Assert.That(wrong.Select(scenario => scenario.Verdict), Is.All.AnyOf(Verdict.Failed, Verdict.Warning));
            Assert.That(seen.Count(scenario => scenario.Verdict == Verdict.Passed), Is.GreaterThan(12));
        }
    }

    [TestCase("absolute", 1200, 20, "assurance/a-session-of-absolute-expiry-ends-although-it-is-used", Verdict.Passed)]
    [TestCase("absolute", 1200, 0, "assurance/a-session-of-absolute-expiry-ends-although-it-is-used", Verdict.Failed)]
    [TestCase("rolling, maximum: 25 hours", 1200, 0, "assurance/a-session-in-use-ends-at-its-declared-maximum", Verdict.Failed)]
    [TestCase("rolling, maximum: 25 hours", 1200, 25, "assurance/a-session-in-use-ends-at-its-declared-maximum", Verdict.Passed)]
    [TestCase("rolling, maximum: 25 hours", 1200, 20, "assurance/a-session-in-use-ends-at-its-declared-maximum", Verdict.Passed)]
    [TestCase("rolling", 20, 0, "assurance/each-use-begins-the-idle-time-anew", Verdict.Inapplicable)]
    public async Task A_last_moment_that_use_does_not_put_off_is_looked_for_where_one_is_declared(
        string expiry, int idle, int overall, string scenario, Verdict verdict)
    {
        var seen = await RunAsync(new Life(idle, overall, 0) { Expiry = expiry }, Rev4, scenario);
        Assert.That(seen.Scenarios.Single().Verdict, Is.EqualTo(verdict), seen.Scenarios.Single().Reason);
    }

    // A session that is over at some age is not extended by use; one that is over sooner than is declared shows nothing.
    [TestCase(20, 0, Verdict.Passed)]
    [TestCase(1200, 25, Verdict.Failed)]
    [TestCase(5, 0, Verdict.CantTell)]
    public async Task Whether_use_begins_the_idle_time_anew_is_seen_after_a_use(int idle, int minutes, Verdict verdict)
    {
        var life = new Life(idle, 0, 0) { Declared = "session: 20 minutes", Minutes = minutes };
        var seen = (await RunAsync(life, Rev4, "assurance/each-use-begins-the-idle-time-anew")).Scenarios.Single();
        Assert.That(seen.Verdict, Is.EqualTo(verdict), seen.Reason);
    }

    private static async Task<RunRecord> RunAsync(Life life, string profile, params string[] scenarios) =>
        await RunAsync(life, profile, await RealBrowser.SimulatedAsync(), scenarios);

    private static async Task<RunRecord> RunAsync(Life life, string profile, ReadyBrowser browser, params string[] scenarios)
    {
        await using var site = await TimedSite.StartAsync(
            "keeps to its limits", TimeSpan.FromMinutes(life.Idle), life.Age);
        var claim = life.Level == 0 ? "" : FormattableString.Invariant($"assurance: {life.Level}, ");
        await using var target = await TimedTarget.OfAsync(
            site, profile,
            $"{claim}{life.Declared}, keep-alive: 10 days, expiry: {life.Expiry}, keep-me-signed-in: offered, from: this test", browser);
        return await RealBrowser.RunAsync(target.Worlds, profile, null, scenarios);
    }

    // Minutes without use after which a session is over, hours after which it always is (0: never), and the level that is claimed.
    private sealed record Life(int Idle, int Overall, int Level)
    {
        public string Declared { get; init; } = "session: 20 hours";

        public string Expiry { get; init; } = "rolling";

        // After how many minutes it always is; 0 leaves that to the hours.
        public int Minutes { get; init; }

        public TimeSpan? Age => (Minutes, Overall) switch
        {
            (0, 0) => null,
            (0, _) => TimeSpan.FromHours(Overall),
            _ => TimeSpan.FromMinutes(Minutes),
        };
    }
}
