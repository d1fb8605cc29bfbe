using KmsiConformance.Ledger;
using KmsiConformance.Runner.Judging;
using KmsiConformance.Suite.Kept;
using KmsiConformance.Tests.Cli;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner;

/// <summary>What must be so whatever a scenario is about is held against every step, and ends no scenario.</summary>
internal sealed class InvariantTests
{
    private const string SingleSignOut = """
        title: Whoever signs out is asked again
        requirements: [R-088]
        profiles: [b2c-2020-12]
        needs: {}
        apps: { pharmacy: { logout-url: works } }
        steps:
          - sign-in: { user: alice, app: groceries }
          - open: pharmacy
            expect: silent
          - sign-out: groceries
          - open: groceries
            expect: prompt
        """;

    private const string Renewal = """
        title: Use extends a kept session
        requirements: [R-046]
        profiles: [b2c-2020-12]
        policy: { keep-alive: 7 days, session: 20 minutes, expiry: rolling }
        needs: {}
        steps:
          - sign-in: { user: alice, app: groceries, keep-me-signed-in: true }
          - wait: 6 days
          - open: pharmacy
            expect: silent
          - wait: 6 days
          - open: groceries
            expect: silent
        """;

    private string _scratch = "";

    [SetUp]
    public void Make() => _scratch = Directory.CreateTempSubdirectory("kmsi-invariants-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_scratch, recursive: true);

    [Test]
    public async Task What_is_violated_beside_the_point_fails_the_scenario_and_not_its_requirement()
    {
        var run = await RunAsync(SingleSignOut, code: 1, "tells-by-post");

        var scenario = run.Scenarios.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(scenario.Verdict, Is.EqualTo(Verdict.Failed));
            Assert.That(scenario.Own, Is.EqualTo(Verdict.Passed), "it went on to its end");
            Assert.That(scenario.Violated, Is.EqualTo(new[] { "R-102" }));
            Assert.That(scenario.Violates, Is.EqualTo("specification"));
            Assert.That(scenario.Deciding()?.Check, Is.EqualTo("NotificationIsAGetRequest"));
            Assert.That(scenario.Reason, Does.Contain("LogoutUrls are called with GET"));
            Assert.That(scenario.Steps.Select(step => step.Verdict), Has.None.EqualTo(Verdict.Skipped));
            Assert.That(Of(run, "R-088"), Is.EqualTo(Verdict.Passed));
            Assert.That(Of(run, "R-102"), Is.EqualTo(Verdict.Failed));
            Assert.That(run.Requirements.Single(requirement => requirement.Id == "R-102").Scenarios, Does.Contain(scenario.Id));
        }
    }

    [Test]
    public async Task It_is_judged_again_from_the_events_alone()
    {
        var run = await RunAsync(SingleSignOut, code: 1, "tells-by-post");
        var folder = new RunFolder(Path.Combine(_scratch, "run"));
        using var kept = KeptSuite.Open(folder.ScenariosFile);

        var again = RunJudge.Judge(kept.Suite, run, folder.ReadAttempts(), run.Profile);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Scenarios.Single().Violated, Is.EqualTo(run.Scenarios.Single().Violated));
            Assert.That(again.Scenarios.Single().Reason, Is.EqualTo(run.Scenarios.Single().Reason));
            Assert.That(Of(again, "R-102"), Is.EqualTo(Verdict.Failed));
        }
    }

    [Test]
    public async Task What_its_own_steps_find_is_told_first()
    {
        var run = await RunAsync(SingleSignOut, code: 1, "tells-by-post", "keeps-session-after-sign-out", "leaves-cookie-after-sign-out");

        var scenario = run.Scenarios.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(scenario.Deciding()?.Check, Is.EqualTo("CredentialsAreAskedFor"));
            Assert.That(scenario.Violated, Is.Null);
            Assert.That(Of(run, "R-088"), Is.EqualTo(Verdict.Failed));
            Assert.That(Of(run, "R-102"), Is.EqualTo(Verdict.Failed), "and the other is not lost");
        }
    }

    [TestCase("loses-attributes-at-renewal", true, Description = "what was so at first and then is not is a slip")]
    [TestCase("lets-scripts-read-cookie", false, Description = "what never is so, the scenario that asks for it finds")]
    [TestCase(null, false)]
    public async Task What_is_only_recommended_is_told_where_it_has_held_before(string? fault, bool isTold)
    {
        var run = await RunAsync(Renewal, code: 0, fault is null ? [] : [fault]);

        var scenario = run.Scenarios.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(scenario.Verdict, Is.EqualTo(Verdict.Passed), "it is about something else");
            Assert.That(scenario.Steps.Any(step => step.Verdict == Verdict.Warning), Is.EqualTo(isTold));
            Assert.That(run.Requirements.Any(one => one is { Id: "N-84", Verdict: Verdict.Warning }), Is.EqualTo(isTold));
            Assert.That(run.Notes.Any(note => note.Contains("N-84", StringComparison.Ordinal)), Is.EqualTo(isTold));
        }
    }

    [Test]
    public async Task What_is_only_recommended_is_a_warning_of_a_scenario_that_is_about_it()
    {
        var run = await RunAsync(
            Renewal.Replace("[R-046]", "[R-046, N-84]", StringComparison.Ordinal), code: 0, "loses-attributes-at-renewal");

        var scenario = run.Scenarios.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(scenario.Verdict, Is.EqualTo(Verdict.Warning));
            Assert.That(Of(run, "N-84"), Is.EqualTo(Verdict.Warning));
            Assert.That(Of(run, "R-046"), Is.EqualTo(Verdict.Passed));
            Assert.That(run.Notes, Has.None.Contains("something else"));
        }
    }

    [Test]
    public async Task What_a_scenario_that_asks_for_it_has_found_is_not_said_of_the_others()
    {
        var alone = await RunAsync(SingleSignOut, code: 1, "tells-by-post");
        var besides = alone.Scenarios.Single();
        var asked = besides with
        {
            Id = "asks-for-it", Verdict = Verdict.Failed, Violated = null, Own = null, Requirements = ["R-102"],
            Steps = [besides.Deciding()! with { Violated = null }],
        };

        var run = RunResult.Of(RealBrowser.Suite, alone, [besides, asked]);
        var again = RunResult.Of(RealBrowser.Suite, run, [run.Scenarios.Single(scenario => scenario.Id == besides.Id)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Scenarios.Select(scenario => scenario.Verdict), Is.EquivalentTo(new[] { Verdict.Failed, Verdict.Passed }));
            Assert.That(run.Requirements.Single(one => one.Id == "R-102").Scenarios, Is.EquivalentTo(new[] { besides.Id, asked.Id }));
            Assert.That(Of(run, "R-088"), Is.EqualTo(Verdict.Passed));
            Assert.That(again.Scenarios.Single().Verdict, Is.EqualTo(Verdict.Failed), "without the other it is said again");
            Assert.That(again.Scenarios.Single().Reason, Is.EqualTo(besides.Reason));
        }
    }

    private static Verdict Of(RunRecord run, string requirement) => run.Requirements.Single(one => one.Id == requirement).Verdict;

    private async Task<RunRecord> RunAsync(string scenario, int code, params string[] faults)
    {
        var file = Path.Combine(_scratch, "beside-the-point.yaml");
        await File.WriteAllTextAsync(file, scenario);
        var folder = new RunFolder(Path.Combine(_scratch, "run"));
        var (ended, output, error) = await Kmsi.RunAsync(
            ["run", file, "--browser", "simulated", "--report", "junit", "--out", folder.Path,
                .. faults.SelectMany(fault => new[] { "--fault", fault })]);
        Assert.That(ended, Is.EqualTo(code), output + error);
        return folder.ReadRun();
    }
}
