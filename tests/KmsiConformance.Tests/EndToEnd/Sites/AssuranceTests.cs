using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Files;
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

    private static async Task<RunRecord> RunAsync(Life life, string profile, params string[] scenarios)
    {
        await using var site = await TimedSite.StartAsync(
            "keeps to its limits", TimeSpan.FromMinutes(life.Idle), life.Overall == 0 ? null : TimeSpan.FromHours(life.Overall));
        var folder = Directory.CreateTempSubdirectory("kmsi-assurance-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "secret"), SmallSite.Password);
            var path = Path.Combine(folder.FullName, "site.yaml");
            var claim = life.Level == 0 ? "" : FormattableString.Invariant($"assurance: {life.Level}, ");
            await File.WriteAllTextAsync(path, $$"""
                profile: {{profile}}
                recipe: generic
                protocol: none
                kind: remote
                address: {{site.Origin}}
                policy: { {{claim}}session: 20 hours, keep-alive: 10 days, expiry: rolling, keep-me-signed-in: offered, from: this test }
                apps:
                  groceries: { kind: site, protected: /account }
                users:
                  alice: { name: alice, password: "file:secret" }
                clock:
                  hook: { address: "{{site.Origin}}/clock", body: "{offset}" }
                """);
            var file = new TargetFileReader(RealBrowser.Suite).Read(path);
            await using var target = new RemoteTargetKind(file);
            await target.PrepareAsync(null, _ => { }, CancellationToken.None);
            var worlds = new WorldFactory(
                await RealBrowser.SimulatedAsync(), target, file.Recipe, null, TimeSpan.FromSeconds(20));
            return await RealBrowser.RunAsync(worlds, profile, null, scenarios);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed record Life(int Idle, int Overall, int Level);
}
