using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>Whatever ends a run, what it has seen is kept, is said to be no result, and is completed by another run.</summary>
[Platform(Exclude = "Win")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ResumedRunTests
{
    private static readonly string[] Asked = ["--profile", "b2c-2016-09", "--fault", "keeps-twice-as-long", "--browser", "simulated"];

    private static readonly Lazy<Task<IReadOnlyList<ScenarioRecord>>> Whole = new(async () =>
    {
        var folder = Directory.CreateTempSubdirectory("kmsi-whole-");
        try
        {
            await Kmsi.RunAsync(["run", .. Asked, "--out", folder.FullName]);
            return new RunFolder(folder.FullName).ReadRun().Scenarios;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    });

    private static readonly int All = RealBrowser.Suite.Select("b2c-2016-09", []).Count;

    private readonly string _scratch = Directory.CreateTempSubdirectory("kmsi-resumed-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_scratch, recursive: true);

    [TestCase("KILL", 137)]
    [TestCase("INT", 130)]
    public async Task A_run_that_is_ended_goes_on_and_comes_to_the_same_results(string signal, int code)
    {
        var folder = Folder("ended");
        using (var kmsi = Kmsi.Start(["run", .. Asked, "--workers", "1", "--out", folder.Path]))
        {
            for (var look = 0; look < 600 && Results(folder) < 5; look++) await RealTime.Delay(TimeSpan.FromMilliseconds(50));
            Kmsi.Signal(signal, kmsi.Id);
            var (ended, _, error) = await kmsi.EndAsync();
            Assert.That(ended, Is.EqualTo(code), error);
            if (signal == "INT") Assert.That(error, Does.Contain($"kmsi run --resume {folder.Path}").And.Contain($" of {All} scenarios"));
        }

        var partial = folder.ReadRun();
        Assert.That(partial, Has.Property("Complete").False.And.Property("Scenarios").Count.InRange(5, All - 1));
        var (reported, _, _) = await Kmsi.RunAsync("report", folder.Path);
        Assert.That(reported, Is.Zero);
        Assert.That(await File.ReadAllTextAsync(folder.ReportFile),
            Does.Contain($"The run was interrupted after {partial.Scenarios.Count} scenarios of {All}"));

        var (resumed, output, trouble) = await Kmsi.RunAsync("run", "--resume", folder.Path);

        Assert.That(resumed, Is.EqualTo(1), trouble);
        Assert.That(output, Does.Contain($"/{All - partial.Scenarios.Count}]").And.Not.Match($@"\] [A-Z]+ +{partial.Scenarios[0].Id} \("));
        var run = folder.ReadRun();
        Assert.That(run.Complete);
        Assert.That(run.Counts["FAILED"], Is.Positive);
        Assert.That(run.Scenarios.Select(Said), Is.EqualTo((await Whole.Value).Select(Said)));
        Assert.That(folder.ReadAttempts().Keys, Is.EquivalentTo(run.Scenarios.Select(scenario => scenario.Id)));
        var (judged, words, _) = await Kmsi.RunAsync("judge", folder.Path);
        Assert.That(judged, Is.EqualTo(1));
        Assert.That(words, Does.Not.Contain("(was ").And.Not.Contain("another reason"));
    }

    [TestCase("--profile", "oidc")]
    [TestCase("--browser", "firefox")]
    [TestCase("--only", "x/*")]
    [TestCase("--out", "elsewhere")]
    public async Task What_a_run_was_asked_is_not_asked_otherwise_when_it_goes_on(string option, string value)
    {
        var (code, _, error) = await Kmsi.RunAsync("run", "--resume", _scratch, option, value);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain($"{option} has no effect with --resume"));
    }

    [Test]
    public async Task A_run_that_is_complete_is_told_so_and_nothing_is_done()
    {
        var folder = Folder("done");
        await Kmsi.RunAsync("run", "--only", "restart/a-crash-*", "--browser", "simulated", "--out", folder.Path);
        var written = File.GetLastWriteTimeUtc(folder.RunFile);

        var (code, output, _) = await Kmsi.RunAsync("run", "--resume", folder.Path);

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("is complete: nothing is missing"));
        Assert.That(File.GetLastWriteTimeUtc(folder.RunFile), Is.EqualTo(written));
    }

    [Test]
    public async Task A_run_ends_at_as_many_failures_as_it_is_to_bear_and_goes_on_and_what_failed_is_run_alone()
    {
        var folder = Folder("borne");
        var (code, output, _) = await Kmsi.RunAsync(
            ["run", .. Asked, "--workers", "1", "--max-failures", "2", "--out", folder.Path]);
        var run = folder.ReadRun();
        Assert.That((code, run.Complete, run.Counts["FAILED"]), Is.EqualTo((1, false, 2)), output);
        Assert.That(
            output, Does.Contain($"2 scenarios failed, as many as the run was to bear; {All - run.Scenarios.Count} scenarios did not"));

        await Kmsi.RunAsync("run", "--resume", folder.Path);
        var whole = folder.ReadRun();
        Assert.That((whole.Complete, whole.Scenarios.Count), Is.EqualTo((true, All)));

        var again = Folder("again");
        var (failed, words, _) = await Kmsi.RunAsync(["run", .. Asked, "--last-failed", folder.Path, "--out", again.Path]);
        Assert.That(failed, Is.EqualTo(1));
        Assert.That(words, Does.Contain("--last-failed, in run borne"));
        var (other, _, why) = await Kmsi.RunAsync("run", "--profile", "oidc", "--browser", "simulated", "--last-failed", folder.Path);
        Assert.That((other, why.Contains("b2c-2016-09, simulated", StringComparison.Ordinal)), Is.EqualTo((2, true)), why);
        Assert.That(again.ReadRun().Scenarios.Select(scenario => scenario.Id), Is.EqualTo(
            whole.Scenarios.Where(scenario => scenario.Verdict == Verdict.Failed).Select(scenario => scenario.Id)));
    }

    [TestCase("--fail-on-flaky", "without --retries", "--fail-on-flaky")]
    [TestCase("--retries", "no effect with --repeat", "--retries", "2", "--repeat", "3")]
    [TestCase("--repeat", "--repeat", "--repeat", "0")]
    [TestCase("--last-failed", "is not a run folder", "--last-failed", "nowhere")]
    public async Task An_option_about_attempts_without_effect_is_an_error(string option, string said, params string[] arguments)
    {
        var (code, _, error) = await Kmsi.RunAsync(["run", "--browser", "simulated", .. arguments]);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain(option).Or.Contain(said));
        Assert.That(error, Does.Contain(said));
    }

    [Test]
    public async Task A_run_goes_on_with_its_baseline_and_reports_and_with_nothing_that_nobody_saw()
    {
        var (folder, baseline) = (Folder("kept"), Path.Combine(_scratch, "baseline.yaml"));
        string[] one = ["run", "--only", "keep-me-signed-in/a-ticked*", "--profile", "b2c-2016-09", "--fault", "forgets-ticked-box",
            "--browser", "simulated", "--workers", "1"];
        await Kmsi.RunAsync([.. one, "--out", Folder("first").Path]);
        await Kmsi.RunAsync("baseline", "write", Folder("first").Path, "--out", baseline, "--reason", "known", "--owner", "me",
            "--until", "2099-12-31");
        await Kmsi.RunAsync([.. one, "--baseline", baseline, "--report", "markdown", "--out", folder.Path]);
        var (whole, text) = (folder.ReadRun(), await File.ReadAllTextAsync(folder.MarkdownFile));
        Assert.That(text, Does.Contain("as known"));
        var plain = whole.Scenarios.Select(scenario => scenario with { Known = null }).ToList();
        folder.BeginRun(whole with { Scenarios = [], Baseline = null });
        void Results(params ScenarioRecord[] records) => File.WriteAllLines(folder.ResultsFile, records.Select(record =>
            System.Text.Json.JsonSerializer.Serialize(record, RunFolder.Json)));

        Results(plain[0] with { Id = "no/such-thing" });
        Assert.That((await Kmsi.RunAsync("run", "--resume", folder.Path)).Error, Does.Contain("no/such-thing, which is not in its plan"));
        Results(plain[0] with { Verdict = Verdict.Passed });
        Assert.That((await Kmsi.RunAsync("run", "--resume", folder.Path)).Error, Does.Contain("its events say FAILED"));

        Results(plain[0]);
        await File.WriteAllTextAsync(folder.JUnitFile, "of the interrupted run");
        var both = await Task.WhenAll(Kmsi.RunAsync("run", "--resume", folder.Path), Kmsi.RunAsync("run", "--resume", folder.Path));
        Assert.That(both.Select(end => end.ExitCode), Has.Some.EqualTo(0), both[0].Error + both[1].Error);
        Assert.That(folder.ReadRun().Scenarios, Has.Count.EqualTo(whole.Scenarios.Count));
        Assert.That(folder.ReadAttempts().Values, Has.All.Count.LessThanOrEqualTo(2), "one of the two has run what was missing");
        Assert.That(await File.ReadAllTextAsync(folder.MarkdownFile), Does.Contain("as known"));
        Assert.That(File.Exists(folder.JUnitFile), Is.False, "nothing stands beside it that tells of another state");
    }

    [Test]
    public async Task A_run_is_read_wherever_it_was_cut()
    {
        var folder = Folder("cut");
        await Kmsi.RunAsync("run", "--only", "restart/*", "--browser", "simulated", "--out", folder.Path);
        var run = folder.ReadRun();
        var results = string.Concat(run.Scenarios.Select(scenario =>
            System.Text.Json.JsonSerializer.Serialize(scenario, RunFolder.Json) + "\n"));
        folder.BeginRun(run.With([]));
        var length = new FileInfo(folder.EventsFile).Length;

        for (var cut = 0; cut < results.Length; cut += 997)
        {
            await File.WriteAllTextAsync(folder.ResultsFile, results[..cut]);
            using (var events = File.Open(folder.EventsFile, FileMode.Open))
                events.SetLength(Math.Max(0, length - cut));
            Assert.That(folder.ReadRun().Scenarios, Has.Count.EqualTo(results[..cut].Count(letter => letter == '\n')));
            Assert.That(() => folder.ReadEvents().Count(), Throws.Nothing);
            new ResultWriter(folder, goesOn: true).Dispose();
            Assert.That(await File.ReadAllTextAsync(folder.ResultsFile), Is.EqualTo(results[..(results[..cut].LastIndexOf('\n') + 1)]));
        }
    }

    private RunFolder Folder(string name) => new(Path.Combine(_scratch, name));

    private static int Results(RunFolder folder) => File.Exists(folder.ResultsFile) ? File.ReadLines(folder.ResultsFile).Count() : 0;

    private static string Said(ScenarioRecord scenario) =>
        $"{scenario.Id} {scenario.Verdict} {scenario.Steps.Count(step => step.Verdict == Verdict.Passed)} {scenario.Deciding()?.Check}";
}
