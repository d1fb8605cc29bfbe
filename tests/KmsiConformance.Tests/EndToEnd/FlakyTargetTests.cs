using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Reporting.Html;
using KmsiConformance.Runner;
using KmsiConformance.Runner.Judging;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Kept;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.Reporting;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>A login endpoint that is wrong every other time, as one is of whose two machines one has an old version.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FlakyTargetTests
{
    private const string Forgets = "keep-me-signed-in/a-ticked-box-outlives-the-browser";

    private readonly string _scratch = Directory.CreateTempSubdirectory("kmsi-flaky-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_scratch, recursive: true);

    [Test]
    public async Task It_is_flaky_with_all_attempts_kept_and_judged_again_and_their_failure_shown()
    {
        var (folder, run) = await RunAsync(new AttemptRules(Retries: 2), wrongAtFirst: true);

        var scenario = run.Scenarios.Single();
        Assert.That((scenario.Verdict, scenario.Attempts, scenario.Shown), Is.EqualTo((Verdict.Flaky, 2, 1)));
        Assert.That(scenario.Tries!.Select(attempt => attempt.Verdict), Is.EqualTo(new[] { Verdict.Failed, Verdict.Passed }));
        Assert.That(scenario.Reason, Does.StartWith("1 of 2 attempts failed. Expected "));
        Assert.That(run.Requirements.Select(requirement => requirement.Verdict), Has.All.EqualTo(Verdict.Flaky));
        Assert.That(RunOutcome.Of(run).Word, Is.EqualTo("Flaky"));

        using var kept = KeptSuite.Open(folder.ScenariosFile);
        var again = RunJudge.Judge(kept.Suite, run, folder.ReadAttempts(), run.Profile);
        Assert.That(Text(again.Scenarios.Single()), Is.EqualTo(Text(scenario)));

        var shown = RunReading.Of(folder).EventsOf(scenario);
        Assert.That(shown.OfType<WorldReady>().Single().Attempt, Is.EqualTo(1));
        await new HtmlReporter().WriteAsync(folder, CancellationToken.None);
        var detail = ReportData.In(folder.ReportFile).Detail(scenario.Id);
        Assert.That(ReportData.TextOf(detail, "shown"), Is.EqualTo("1"));
        Assert.That(ReportData.TextsOf(detail.GetProperty("tries"), "verdict"), Does.Contain("PASSED"));
    }

    [Test]
    public async Task Repeating_shows_how_often()
    {
        var (_, run) = await RunAsync(new AttemptRules(Repeat: 5), wrongAtFirst: false);
        var scenario = run.Scenarios.Single();
        Assert.That((scenario.Verdict, scenario.Attempts, scenario.Shown), Is.EqualTo((Verdict.Flaky, 5, 2)));
        Assert.That(scenario.Tries!.Count(attempt => attempt.Verdict == Verdict.Failed), Is.EqualTo(2));
    }

    private async Task<(RunFolder Folder, RunRecord Run)> RunAsync(AttemptRules rules, bool wrongAtFirst)
    {
        var (suite, profile) = (RealBrowser.Suite, RealBrowser.DefaultProfile);
        var folder = RunFolder.Create(Path.Combine(_scratch, "run"));
        ReferenceTargetKind Reference(params string[] faults) => new(KnownProfiles.Readings(profile), faults, suite.Folder);
        await using var target = new EveryOther(Reference(), Reference("forgets-ticked-box"), wrongAtFirst);
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(), target, suite.RecipeOf(profile), folder, TimeSpan.FromSeconds(60));
        var run = await new SuiteRunner(
            new RunOptions(suite, suite.Select(profile, [Forgets]), profile, worlds, 1, RunOptions.StandardStepLimit, folder, [])
            {
                Attempts = rules,
            },
            new NoProgress()).RunAsync(CancellationToken.None);
        folder.WriteRun(run);
        return (folder, folder.ReadRun());
    }

    private static string Text(ScenarioRecord record) => System.Text.Json.JsonSerializer.Serialize(record, RunFolder.Json);

    /// <summary>Gives each world another of two targets.</summary>
    private sealed class EveryOther(ITargetKind right, ITargetKind wrong, bool wrongIsNext) : ITargetKind
    {
        private bool _wrongIsNext = wrongIsNext;

        public string Name => "every-other";

        public string Kind => "reference";

        public string? Behaves => right.Behaves;

        public string? Fault => null;

        public Recipe? Recipe => right.Recipe;

        public SignInCare Care => right.Care;

        public IReadOnlyList<string> NotPlayed(IEnumerable<Scenario> scenarios) => right.NotPlayed(scenarios);

        public string? WhyNot(Scenario scenario) => right.WhyNot(scenario);

        public Task PrepareAsync(string? evidence, Action<string> say, CancellationToken cancellation) =>
            right.PrepareAsync(evidence, say, cancellation);

        public Task<ITargetPlace> TakeAsync(Scenario scenario, CancellationToken cancellation)
        {
            var next = _wrongIsNext ? wrong : right;
            _wrongIsNext = !_wrongIsNext;
            return next.TakeAsync(scenario, cancellation);
        }

        public async ValueTask DisposeAsync()
        {
            await right.DisposeAsync();
            await wrong.DisposeAsync();
        }
    }
}
