using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>Machines that share a plan come together to the run of one machine.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MergeTests
{
    private static readonly string[] Asked =
        ["run", "--profile", "b2c-2016-09", "--fault", "keeps-twice-as-long", "--only", "keep-me-signed-in/*", "--browser", "simulated"];

    private readonly string _scratch = Directory.CreateTempSubdirectory("kmsi-merge-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_scratch, recursive: true);

    [Test]
    public async Task The_parts_of_a_plan_are_the_run_of_one_machine()
    {
        var whole = Folder("whole");
        await Kmsi.RunAsync([.. Asked, "--out", whole.Path]);
        var timings = Path.Combine(_scratch, "timings.json");
        await Kmsi.RunAsync("timings", whole.Path, "--out", timings);
        var (first, second) = (Folder("first"), Folder("second"));
        await Kmsi.RunAsync([.. Asked, "--shard", "1/2", "--timings", timings, "--out", first.Path]);
        using var told = Kmsi.Start(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["CI_NODE_INDEX"] = "2", ["CI_NODE_TOTAL"] = "2" },
            [.. Asked, "--shard", "auto", "--timings", timings, "--out", second.Path]);
        await told.EndAsync();

        var merged = Folder("merged");
        var (code, output, error) = await Kmsi.RunAsync("merge", second.Path, first.Path, "--out", merged.Path);

        Assert.That(code, Is.EqualTo(1), error);
        Assert.That(output, Does.Contain("Merged from 2 runs: first, second."));
        var (run, one) = (merged.ReadRun(), whole.ReadRun());
        Assert.Multiple(() =>
        {
            Assert.That(run.Complete);
            Assert.That(run.Scenarios.Select(Said), Is.EqualTo(one.Scenarios.Select(Said)));
            Assert.That(run.Counts, Is.EqualTo(one.Counts));
            Assert.That(run.Requirements.Select(requirement => (requirement.Id, requirement.Verdict)),
                Is.EqualTo(one.Requirements.Select(requirement => (requirement.Id, requirement.Verdict))));
            Assert.That(Kinds(merged), Is.EqualTo(Kinds(whole)), "the same was seen of every scenario");
            Assert.That(File.Exists(merged.ReportFile));
        });
        var (judged, words, _) = await Kmsi.RunAsync("judge", merged.Path);
        Assert.That((judged, words.Contains("(was ", StringComparison.Ordinal)), Is.EqualTo((1, false)));
    }

    [Test]
    public async Task A_part_that_is_missing_makes_it_incomplete_and_can_be_run_later()
    {
        var (first, merged) = (Folder("first"), Folder("merged"));
        await Kmsi.RunAsync([.. Asked, "--shard", "1/2", "--out", first.Path]);

        var (code, output, _) = await Kmsi.RunAsync("merge", first.Path, "--out", merged.Path);

        var whole = first.ReadRun().Plan!.Whole!;
        Assert.That(code, Is.EqualTo(3));
        Assert.That(
            output, Does.Contain("Incomplete.").And.Contain($"{whole.Count - first.ReadRun().Scenarios.Count} scenarios of the plan"));
        Assert.That(merged.ReadRun().Complete, Is.False);

        await Kmsi.RunAsync("run", "--resume", merged.Path);
        Assert.That(merged.ReadRun().Complete);
        Assert.That(merged.ReadRun().Scenarios.Select(scenario => scenario.Id), Is.EqualTo(whole));
    }

    [Test]
    public async Task Runs_of_different_plans_are_not_merged()
    {
        var (one, other) = (Folder("one"), Folder("other"));
        await Kmsi.RunAsync("run", "--only", "restart/a-crash-leaves*", "--browser", "simulated", "--out", one.Path);
        var run = one.ReadRun();
        var none = run.With([]);
        foreach (var (said, otherwise) in new (string, RunRecord)[]
        {
            ("has a result in", run),
            ("the profile", none with { Profile = "oidc" }),
            ("the fault", none with { Fault = "forgets-ticked-box" }),
            ("the target", none with { Target = run.Target with { Version = "2.0" } }),
            ("the browser's version", none with { Browser = run.Browser with { Version = "2.0" } }),
            ("the command line", none with { Plan = run.Plan! with { Arguments = [.. run.Plan.Arguments!, "--retries", "1"] } }),
            ("the target file", none with { Plan = run.Plan! with { TargetFile = "00" } }),
            ("the tool", none with { Tool = run.Tool with { Version = "2.0" } }),
        })
        {
            RunFolder.Create(other.Path).WriteRun(otherwise);
            File.Copy(one.ScenariosFile, other.ScenariosFile, overwrite: true);

            var (code, _, error) = await Kmsi.RunAsync("merge", one.Path, other.Path, "--out", Folder("merged").Path);

            Assert.That(code, Is.EqualTo(2), said);
            Assert.That(error, Does.Contain(said));
            Assert.That(Directory.Exists(Folder("merged").Path), Is.False);
        }
    }

    [Test]
    public async Task A_run_is_not_merged_into_one_of_its_parts()
    {
        var one = Folder("one");
        await Kmsi.RunAsync("run", "--only", "restart/a-crash-leaves*", "--browser", "simulated", "--out", one.Path);
        var (code, _, error) = await Kmsi.RunAsync("merge", one.Path, "--out", Path.Combine(one.Path, "inside"));
        Assert.That((code, error.Contains("is one of the parts", StringComparison.Ordinal)), Is.EqualTo((2, true)), error);
    }

    [TestCase("0/4")]
    [TestCase("5/4")]
    [TestCase("2")]
    [TestCase("auto")]
    public async Task A_part_that_there_is_not_is_an_error(string shard)
    {
        var (code, _, error) = await Kmsi.RunAsync([.. Asked, "--shard", shard]);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("--shard"));
    }

    private RunFolder Folder(string name) => new(Path.Combine(_scratch, name));

    private static string Said(ScenarioRecord scenario) =>
        $"{scenario.Id} {scenario.Verdict} {scenario.Deciding()?.Check} {string.Join(", ", scenario.Requirements)}";

    // Ports and moments differ from machine to machine.
    private static Dictionary<string, string> Kinds(RunFolder folder) => folder.ReadAttempts().ToDictionary(
        pair => pair.Key, pair => string.Join(' ', pair.Value.Single().Select(seen => $"{seen.Step}:{seen.GetType().Name}")),
        StringComparer.Ordinal);
}
