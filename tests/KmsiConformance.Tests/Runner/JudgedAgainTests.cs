using KmsiConformance.Certification;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Runner;
using KmsiConformance.Runner.Judging;
using KmsiConformance.Runner.Merging;
using KmsiConformance.Suite.Kept;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.Cli;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner;

/// <summary>Verdicts come from events: who has only the run folder comes to the same, and who changes it does not.</summary>
internal sealed class JudgedAgainTests
{
    private const string Ticked = "keep-me-signed-in/a-ticked-box-outlives-the-browser";

    private string _scratch = "";

    [SetUp]
    public void Make() => _scratch = Directory.CreateTempSubdirectory("kmsi-judged-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_scratch, recursive: true);

    [TestCase("b2c-2020-12", "persists-without-tick")]
    [TestCase("oidc", "keeps-session-after-sign-out")]
    [TestCase("web", "forgets-ticked-box")]
    [TestCase("aad-2020-06", null)]
    public async Task A_whole_catalogue_comes_to_the_same_results_from_its_events_alone(string profile, string? fault)
    {
        var (folder, run) = await RunAsync(profile, fault, []);

        var again = Judge(folder, profile);

        var judged = again.Scenarios.ToDictionary(scenario => scenario.Id, Text, StringComparer.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(again.Counts, Is.EqualTo(run.Counts));
            foreach (var scenario in run.Scenarios) Assert.That(judged[scenario.Id], Is.EqualTo(Text(scenario)), scenario.Id);
            Assert.That(Text(again.Requirements), Is.EqualTo(Text(run.Requirements)));
            Assert.That(Text(again.Conflicts!), Is.EqualTo(Text(run.Conflicts!)));
            Assert.That(run.Counts["FAILED"] > 0, Is.EqualTo(fault is not null));
            Assert.That(Sequences.WhyNot(folder.ReadEvents()), Is.Empty, "numbered without a gap, so that none can be taken out");
        });
    }

    // What the world sees while it is taken down is an event of the same attempt.
    [Test]
    public async Task What_ends_a_scenario_after_its_last_step_is_judged_alike()
    {
        Directory.CreateDirectory(Path.Combine(_scratch, "mappings"));
        await File.WriteAllTextAsync(
            Path.Combine(_scratch, "mappings", "unused.json"),
            """
            [{ "Title": "Nobody comes", "Request": { "Path": "/nobody-comes-here", "Methods": ["GET"] }, "Response": { "StatusCode": 200 } }]
            """);
        var scenario = Path.Combine(_scratch, "unused.yaml");
        await File.WriteAllTextAsync(scenario, """
            title: A scripted answer for which nobody asks
            requirements: [R-002]
            profiles: [b2c-2020-12]
            needs: {}
            identity-providers: { contoso: {} }
            third-parties: { desk: { plays: contoso, mappings: [mappings/unused.json] } }
            steps:
              - sign-in: { user: alice, app: groceries }
              - expect-cookie: { role: sso }
            """);
        var folder = new RunFolder(Path.Combine(_scratch, "run"));
        var (code, output, error) = await Kmsi.RunAsync("run", scenario, "--browser", "simulated", "--out", folder.Path);
        Assert.That(code, Is.EqualTo(3), output + error);
        var run = folder.ReadRun();
        Assert.That(run.Scenarios.Single().Reason, Does.Contain("Nobody asked for the scripted answer"));
        Assert.That(folder.ReadEvents().Last(), Is.InstanceOf<BrowserStopped>(), "the browser is ended after that");
        using var kept = KeptSuite.Open(folder.ScenariosFile);
        var again = RunJudge.Judge(kept.Suite, run, folder.ReadAttempts(), run.Profile);
        Assert.That(again.Scenarios.Single().Reason, Is.EqualTo(run.Scenarios.Single().Reason));
        Assert.That(Sequences.WhyNot(folder.ReadEvents()), Is.Empty);
    }

    [TestCase("\"role\":\"sso\"", "\"expiresAt\"", "\"thrownAway\"", Verdict.Failed)]
    [TestCase("\"type\":\"app-visited\"", "\"hasSession\":false", "\"hasSession\":true", Verdict.CantTell)]
    public async Task A_line_that_is_changed_changes_the_verdict(string line, string from, string to, Verdict verdict)
    {
        var (folder, run) = await RunAsync("b2c-2020-12", null, [Ticked]);
        Assert.That(run.Scenarios.Single().Verdict, Is.EqualTo(Verdict.Passed));
        var lines = await File.ReadAllLinesAsync(folder.EventsFile);
        var at = Array.FindIndex(
            lines, one => one.Contains(line, StringComparison.Ordinal) && one.Contains(from, StringComparison.Ordinal));
        lines[at] = lines[at].Replace(from, to, StringComparison.Ordinal);
        await File.WriteAllLinesAsync(folder.EventsFile, lines);

        Assert.That(Judge(folder, "b2c-2020-12").Scenarios.Single().Verdict, Is.EqualTo(verdict));
    }

    [Test]
    public async Task A_verdict_that_is_written_into_the_events_is_refused()
    {
        var (folder, _) = await RunAsync("b2c-2020-12", "persists-without-tick", ["keep-me-signed-in/an-unticked-box-after-a-ticked-one"]);
        var last = folder.ReadEvents().Last();
        var forged = new ScenarioEnded(Verdict.Passed, "")
        {
            Scenario = last.Scenario, Sequence = last.Sequence + 1, Step = last.Step, At = last.At,
        };
        await AppendAsync(folder, forged);

        Assert.That(() => Judge(folder, "b2c-2020-12"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("its verdict itself"));
    }

    [TestCase("withdrawn", "withdrawn for a verdict")]
    [TestCase("inapplicable", "does not apply, and was begun")]
    [TestCase("skipped", "was not run, and was begun")]
    [TestCase("cant-tell", "ended otherwise than its steps")]
    public async Task An_event_that_hides_a_failure_is_refused(string how, string said)
    {
        var (folder, _) = await RunAsync("b2c-2020-12", "forgets-ticked-box", [Ticked]);
        var last = folder.ReadEvents().Last(seen => seen is StepEnded);
        Event hiding = how switch
        {
            "withdrawn" => new StepWithdrawn(new Unjudged(Verdict.Passed, "a", "b")),
            "inapplicable" => new ScenarioEnded(Verdict.Inapplicable, "not here"),
            "skipped" => new ScenarioEnded(Verdict.Skipped, "not here"),
            _ => new ScenarioEnded(Verdict.CantTell, "not here"),
        };
        await AppendAsync(
            folder, hiding with { Scenario = last.Scenario, Sequence = last.Sequence + 1000, Step = last.Step, At = last.At });
        Assert.That(() => Judge(folder, "b2c-2020-12"), Throws.TypeOf<InvalidDataException>().With.Message.Contains(said));
    }

    [Test]
    public async Task A_failure_that_was_taken_out_of_the_record_is_missed()
    {
        var (folder, run) = await RunAsync("b2c-2020-12", "forgets-ticked-box", [Ticked, "keep-me-signed-in/the-page-offers-the-box"]);
        folder.WriteRun(run with { Scenarios = [.. run.Scenarios.Where(scenario => scenario.Id != Ticked)], Plan = null });
        Assert.That(() => Judge(folder, "b2c-2020-12"), Throws.TypeOf<InvalidDataException>().With.Message.Contains($"events of {Ticked}"));
    }

    [TestCase("step-started", "")]
    [TestCase("world-ready", "")]
    [TestCase("step-started", "\"text\":\"", "\"text\":\"x")]
    public async Task Events_that_cannot_be_those_of_the_scenario_are_refused_by_name(string type, string from, string to = "")
    {
        var (folder, _) = await RunAsync("b2c-2020-12", null, [Ticked]);
        var lines = (await File.ReadAllLinesAsync(folder.EventsFile)).ToList();
        var at = lines.FindIndex(line => line.Contains($"\"type\":\"{type}\"", StringComparison.Ordinal));
        if (from.Length == 0) lines.RemoveAt(at);
        else lines[at] = lines[at].Replace(from, to, StringComparison.Ordinal);
        await File.WriteAllLinesAsync(folder.EventsFile, lines);
        Assert.That(() => Judge(folder, "b2c-2020-12"), Throws.TypeOf<InvalidDataException>().With.Message.Contains(Ticked));
    }

    [Test]
    public async Task Events_that_end_too_early_are_an_error_and_no_result()
    {
        var (folder, _) = await RunAsync("b2c-2020-12", null, [Ticked]);
        var lines = await File.ReadAllLinesAsync(folder.EventsFile);
        var last = Array.FindLastIndex(lines, line => line.Contains("\"type\":\"step-started\"", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(folder.EventsFile, lines[..last]);

        Assert.That(Judge(folder, "b2c-2020-12").Scenarios.Single(), Has.Property("Verdict").EqualTo(Verdict.Error)
            .And.Property("Reason").Contains("end before it does"));
    }

    [Test]
    public async Task Another_profile_judges_by_its_own_expectations_and_leaves_out_what_is_not_its_own()
    {
        var (folder, run) = await RunAsync("b2c-2020-12", null, ["keep-me-signed-in/*", "maximum/*"]);

        var again = Judge(folder, "b2c-2018-12");

        var shared = again.Scenarios.Select(scenario => scenario.Id).ToList();
        Assert.That(shared, Has.Count.InRange(1, run.Scenarios.Count - 1));
        Assert.That(again.Profile, Is.EqualTo("b2c-2018-12"));
        Assert.That(again.Notes, Has.Some.Contains($"{run.Scenarios.Count - shared.Count} scenarios of the run are of b2c-2020-12"));
    }

    [Test]
    public async Task A_result_that_is_missing_makes_it_incomplete_whatever_the_record_says()
    {
        var (folder, run) = await RunAsync("b2c-2020-12", "forgets-ticked-box", [Ticked, "keep-me-signed-in/the-page-offers-the-box"]);
        folder.WriteRun(run with { Scenarios = [.. run.Scenarios.Where(scenario => scenario.Id != Ticked)], Complete = true });
        var others = folder.ReadEvents().Where(seen => seen.Scenario != Ticked).ToList();
        File.Delete(folder.EventsFile);
        foreach (var other in others) await AppendAsync(folder, other);
        Assert.That(Judge(folder, "b2c-2020-12").Complete, Is.False);
    }

    [Test]
    public async Task What_only_a_baseline_knows_is_known_neither_to_a_judge_nor_after_a_merge()
    {
        var (folder, run) = await RunAsync("b2c-2020-12", "forgets-ticked-box", [Ticked]);
        var known = run with
        {
            Scenarios = [run.Scenarios.Single() with { Known = new KnownFailureRecord("ours", true) { Place = "baseline.yaml:3" } }],
            Baseline = new BaselineRecord("baseline.yaml", ["baseline.yaml:3: is over"]),
        };
        folder.WriteRun(known);
        using var kept = KeptSuite.Open(folder.ScenariosFile);
        foreach (var again in new[] { Judge(folder, "b2c-2020-12"), RunMerge.Of(kept.Suite, [(folder, folder.ReadRun())], "merged") })
            Assert.That((again.Scenarios.Single().Known, again.Baseline, RunOutcome.Of(again).Word),
                Is.EqualTo(((KnownFailureRecord?)null, (BaselineRecord?)null, "Not conformant")));
    }

    [Test]
    public async Task Where_another_profile_would_have_gone_on_nobody_can_tell()
    {
        var (folder, run) = await RunAsync("b2c-2020-12", "forgets-ticked-box", [Ticked]);
        Assert.That(run.Scenarios.Single().Verdict, Is.EqualTo(Verdict.Failed));
        var lines = await File.ReadAllLinesAsync(folder.EventsFile);
        var last = Array.FindLastIndex(lines, line => line.Contains("\"type\":\"step-started\"", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(folder.EventsFile, lines[..last]);

        Assert.That(Judge(folder, "oidc").Scenarios.Single(), Has.Property("Verdict").EqualTo(Verdict.CantTell)
            .And.Property("Reason").Contains("By b2c-2020-12 the scenario ended here"));
    }

    [TestCase(true, 2)]
    [TestCase(false, 1)]
    public async Task What_is_lived_with_is_no_failure_to_be_borne(bool isLivedWith, int ran)
    {
        var (_, run) = await RunAsync(
            "b2c-2020-12", "forgets-ticked-box", [Ticked, "keep-me-signed-in/the-page-offers-the-box"],
            options => options with { Workers = 1, MaxFailures = 1, IsLivedWith = _ => isLivedWith });
        Assert.That((run.Complete, run.Scenarios.Count), Is.EqualTo((isLivedWith, ran)));
    }

    private async Task<(RunFolder Folder, RunRecord Run)> RunAsync(
        string profile, string? fault, IReadOnlyList<string> only, Func<RunOptions, RunOptions>? change = null)
    {
        var suite = RealBrowser.Suite;
        var folder = RunFolder.Create(Path.Combine(_scratch, "run"));
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(),
            new ReferenceTargetKind(KnownProfiles.Readings(profile), fault is null ? null : [fault], suite.Folder),
            suite.RecipeOf(profile), folder, TimeSpan.FromSeconds(60));
        var scenarios = suite.Select(profile, only).Where(scenario => !scenario.RealTime).ToList();
        var options = new RunOptions(suite, scenarios, profile, worlds, 2, RunOptions.StandardStepLimit, folder, []);
        var run = await new SuiteRunner(change?.Invoke(options) ?? options, new NoProgress()).RunAsync(CancellationToken.None);
        folder.WriteRun(run);
        return (folder, folder.ReadRun());
    }

    private static RunRecord Judge(RunFolder folder, string profile)
    {
        using var kept = KeptSuite.Open(folder.ScenariosFile);
        return RunJudge.Judge(kept.Suite, folder.ReadRun(), folder.ReadAttempts(), profile);
    }

    private static Task AppendAsync(RunFolder folder, Event observed) => File.AppendAllTextAsync(
        folder.EventsFile, System.Text.Json.JsonSerializer.Serialize(observed, RunFolder.Json) + "\n");

    private static string Text<T>(T record) => System.Text.Json.JsonSerializer.Serialize(record, RunFolder.Json);
}
