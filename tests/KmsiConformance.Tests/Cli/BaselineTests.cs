using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>What is lived with does not fail a run; what is lived with no longer, or for too long, does.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class BaselineTests
{
    private const string Forgets = "keep-me-signed-in/a-ticked-box-outlives-the-browser";
    private const string Passes = "keep-me-signed-in/the-page-offers-the-box";

    private static readonly string[] Words = ["--reason", "it's known: #1", "--owner", "jane", "--until", "2099-12-31"];

    private static readonly DirectoryInfo Shared = Directory.CreateTempSubdirectory("kmsi-baseline-runs-");

    private readonly string _scratch = Directory.CreateTempSubdirectory("kmsi-baseline-").FullName;

    private static RunFolder Failing => new(Path.Combine(Shared.FullName, "failing"));

    private static RunFolder Clean => new(Path.Combine(Shared.FullName, "clean"));

    private string Baseline => Path.Combine(_scratch, "baseline.yaml");

    // Both are read by all tests, and changed by none.
    [OneTimeSetUp]
    public static async Task RunBothAsync()
    {
        Assert.That((await Kmsi.RunAsync(Asked(Failing, "forgets-ticked-box"))).ExitCode, Is.EqualTo(1));
        Assert.That((await Kmsi.RunAsync(Asked(Clean, null))).ExitCode, Is.Zero);
    }

    [OneTimeTearDown]
    public static void DeleteBoth() => Shared.Delete(recursive: true);

    [TearDown]
    public void Delete() => Directory.Delete(_scratch, recursive: true);

    [Test]
    public async Task What_was_written_down_is_known_and_a_different_failure_is_not()
    {
        var (written, said, trouble) = await Kmsi.RunAsync(["baseline", "write", Failing.Path, "--out", Baseline, .. Words]);
        Assert.That(written, Is.Zero, trouble);
        Assert.That(said, Does.Contain("1 entry"));

        var (known, output, _) = await RunAsync("second", "forgets-ticked-box", "--baseline", Baseline);
        Assert.That(known, Is.Zero, output);
        Assert.That(output, Does.Contain("As known."));
        Assert.That(Folder("second").ReadRun().Scenarios.Single(scenario => scenario.Id == Forgets).Known,
            Has.Property("Because").EqualTo("it's known: #1; jane, until 2099-12-31").And.Property("Place").EqualTo($"{Baseline}:3"));

        var text = await File.ReadAllTextAsync(Baseline);
        await File.WriteAllTextAsync(Baseline, text.Replace("    check: '", "    check: 'Another", StringComparison.Ordinal));
        Assert.That((await HoldAsync(Failing)).ExitCode, Is.EqualTo(1), "another check");

        await File.WriteAllTextAsync(Baseline, text + "    seen: 'something else'\n");
        Assert.That((await HoldAsync(Failing)).ExitCode, Is.EqualTo(1), "other words");
    }

    [TestCase(Forgets, "2099-12-31", null, "no longer")]
    [TestCase("keep-me-signed-in/nothing-*", "2099-12-31", "forgets-ticked-box", "names no scenario")]
    [TestCase(Forgets, "2020-02-29", "forgets-ticked-box", "was lived with until 2020-02-29")]
    public async Task An_entry_that_is_out_of_date_fails_the_run_and_is_named_by_its_line(
        string scenario, string until, string? fault, string said)
    {
        await Kmsi.RunAsync(["baseline", "write", Failing.Path, "--out", Baseline, .. Words]);
        var entries = (await File.ReadAllTextAsync(Baseline)).Split("  - scenario:", 2);
        var entry = "  - scenario:" + entries[1];
        var changed = entry.Replace(Forgets, scenario, StringComparison.Ordinal).Replace("2099-12-31", until, StringComparison.Ordinal);
        var covers = fault is not null && scenario != Forgets ? entry : "";
        await File.WriteAllTextAsync(Baseline, entries[0] + changed + covers);

        var (code, output, _) = await RunAsync("second", fault, "--baseline", Baseline);

        Assert.That(code, Is.EqualTo(4), output);
        Assert.That(output.ReplaceLineEndings(" "), Does.Contain("Baseline out of date.").And.Contain("baseline.yaml:3").And.Contain(said));
    }

    [Test]
    public async Task Pruning_takes_out_what_is_mended_and_leaves_comments_and_what_did_not_run()
    {
        await Kmsi.RunAsync(["baseline", "write", Failing.Path, "--out", Baseline, .. Words]);
        var entry = (await File.ReadAllTextAsync(Baseline)).Split("baseline:\n")[1];
        var other = entry.Replace(Forgets, "sign-out/*", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Baseline, $"# Ours.\nbaseline:\n  # Mended soon.\n{entry}  # Not run.\n{other}");

        var (code, output, error) = await Kmsi.RunAsync("baseline", "prune", Clean.Path, "--file", Baseline);

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain($"- {Forgets}").And.Contain("1 entry taken out, 0 added"));
        Assert.That(await File.ReadAllTextAsync(Baseline), Is.EqualTo($"# Ours.\nbaseline:\n  # Not run.\n{other}"));

        var (refused, _, why) = await Kmsi.RunAsync("baseline", "update", Failing.Path, "--file", Baseline);
        Assert.That(refused, Is.EqualTo(2));
        Assert.That(why, Does.Contain("--reason").And.Contain(Forgets));
        await Kmsi.RunAsync(["baseline", "update", Failing.Path, "--file", Baseline, .. Words]);
        Assert.That(await File.ReadAllTextAsync(Baseline), Is.EqualTo($"# Ours.\nbaseline:\n  # Not run.\n{other}{entry}"));
    }

    [TestCase("two", "baseline:\n{0}")]
    [TestCase("not indented", "baseline:\n{1}")]
    [TestCase("with line ends of Windows", "baseline:\r\n{2}")]
    [TestCase("nothing", "baseline: []\n")]
    public async Task A_baseline_stays_one_however_it_is_written(string how, string text)
    {
        await Kmsi.RunAsync(["baseline", "write", Failing.Path, "--out", Baseline, .. Words]);
        var entry = (await File.ReadAllTextAsync(Baseline)).Split("baseline:\n")[1];
        var flat = string.Concat(entry.Split('\n').Where(line => line.Length > 0).Select(line => line[2..] + "\n"));
        await File.WriteAllTextAsync(Baseline, string.Format(
            System.Globalization.CultureInfo.InvariantCulture, text, entry, flat, entry.ReplaceLineEndings("\r\n")));

        Assert.That((await Kmsi.RunAsync("baseline", "prune", Clean.Path, "--file", Baseline)).ExitCode, Is.Zero, how);
        Assert.That((await HoldAsync(Clean)).ExitCode, Is.Zero, "an empty one is one");
        await Kmsi.RunAsync(["baseline", "update", Failing.Path, "--file", Baseline, .. Words]);
        Assert.That((await HoldAsync(Failing)).Output, Does.Contain("As known."));
    }

    [TestCase("baseline: [{{scenario: '{0}', verdict: FAILED, check: X, reason: r, owner: o, until: 2099-01-01}}]\n")]
    [TestCase("baseline:\n  -\n    scenario: '{0}'\n    verdict: CANT_TELL\n    reason: r\n    owner: o\n    until: 2099-01-01\n")]
    public async Task A_baseline_that_cannot_be_changed_line_by_line_is_left_as_it_is(string text)
    {
        await File.WriteAllTextAsync(Baseline, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, Forgets));
        var before = await File.ReadAllTextAsync(Baseline);
        var (code, _, error) = await Kmsi.RunAsync("baseline", "prune", Clean.Path, "--file", Baseline);
        var after = await File.ReadAllTextAsync(Baseline);
        if (code == 0) Assert.That((await HoldAsync(Clean)).ExitCode, Is.Zero, after);
        else Assert.That((code, after), Is.EqualTo((2, before)), error);
    }

    [TestCase("baseline:\n  - scenario: a\n    verdict: PASSED\n", "PASSED")]
    [TestCase("baseline:\n  - scenario: a\n    verdict: FAILED\n    reason: r\n    owner: o\n    until: 2030-01-01\n", "check")]
    [TestCase("baseline:\n  - scenario: a\n    verdict: CANT_TELL\n    reason: r\n    owner: o\n    until: soon\n", "no day")]
    [TestCase("baseline:\n  - scenario: a\n    verdict: CANT_TELL\n    reason: ''\n    owner: o\n    until: 2030-01-01\n", "says nothing")]
    [TestCase("baseline:\n  - scenario: a\n    verdict: CANT_TELL\n    expires: x\n", "expires")]
    [TestCase("entries: []\n", "entries")]
    public async Task A_baseline_that_is_wrong_is_refused_before_anything_runs(string text, string said)
    {
        await File.WriteAllTextAsync(Baseline, text);
        var (code, _, error) = await RunAsync("never", null, "--baseline", Baseline);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("baseline.yaml").And.Contain(said));
        Assert.That(Directory.Exists(Folder("never").Path), Is.False);
    }

    private RunFolder Folder(string name) => new(Path.Combine(_scratch, name));

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string name, string? fault, params string[] more) =>
        Kmsi.RunAsync([.. Asked(Folder(name), fault), .. more]);

    // The same run, held against the baseline without being run again.
    private Task<(int ExitCode, string Output, string Error)> HoldAsync(RunFolder run) =>
        Kmsi.RunAsync("merge", run.Path, "--baseline", Baseline, "--out", Folder(Guid.NewGuid().ToString("N")).Path);

    private static string[] Asked(RunFolder into, string? fault) =>
    [
        "run", "--browser", "simulated", "--only", Forgets, "--only", Passes, .. fault is null ? [] : new[] { "--fault", fault },
        "--out", into.Path,
    ];
}
