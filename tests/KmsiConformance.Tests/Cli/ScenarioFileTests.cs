using KmsiConformance.Ledger;
using KmsiConformance.Tests.Reporting;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>A first scenario, and one that stands alone anywhere.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ScenarioFileTests : IDisposable
{
    private const string Script = "<script>alert(1)</script> & then it is so.";

    private readonly string _folder = Directory.CreateTempSubdirectory("kmsi-file-").FullName;

    private string File => Path.Combine(_folder, "my-first.yaml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestCase("b2c-2016-09")]
    [TestCase("b2c-2018-08")]
    [TestCase("b2c-2018-12")]
    [TestCase("b2c-2020-12")]
    public async Task A_new_scenario_passes_as_it_stands(string profile)
    {
        var (written, _, _) = await Kmsi.RunAsync("new", File);
        var (code, output, error) = await RunAsync("--profile", profile);
        Assert.Multiple(() =>
        {
            Assert.That(written, Is.Zero);
            Assert.That(code, Is.Zero, output + error);
            Assert.That(output, Does.Contain("PASSED       my-first (").And.Contain("1 PASSED"));
            Assert.That(output, Does.Match(@"PASSED OWN-[0-9a-f]{8} \(MUST\): Whoever ticks the box"));
            Assert.That(
                System.IO.File.ReadLines(File).First(), Does.Match(@"^# yaml-language-server: \$schema=/.*/scenario\.schema\.json$"));
        });
    }

    [Test]
    public async Task A_file_that_is_there_is_left_alone_without_force()
    {
        await System.IO.File.WriteAllTextAsync(File, "mine");
        var (code, _, error) = await Kmsi.RunAsync("new", File);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("--force"));
        Assert.That(await System.IO.File.ReadAllTextAsync(File), Is.EqualTo("mine"));
        Assert.That((await Kmsi.RunAsync("new", File, "--force")).ExitCode, Is.Zero);
        Assert.That(await System.IO.File.ReadAllTextAsync(File), Does.Contain("steps:"));
    }

    [TestCase("MUST", 1, Verdict.Failed)]
    [TestCase("SHOULD", 0, Verdict.Warning)]
    public async Task Its_own_requirement_is_judged_and_told_everywhere(string level, int exit, Verdict verdict)
    {
        await WriteAsync($"{{ own: \"{Script}\", level: {level} }}", "silent");
        var (code, output, _) = await RunAsync();
        var run = new RunFolder(Path.Combine(_folder, "run")).ReadRun();
        var own = run.Requirements.Single();
        var report = await System.IO.File.ReadAllTextAsync(Path.Combine(_folder, "run", "report.html"));
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(exit), output);
            Assert.That((run.Scenarios[0].Id, run.Scenarios[0].Verdict, own.Verdict), Is.EqualTo(("my-first", verdict, verdict)));
            Assert.That((own.Text, own.Level, own.Basis), Is.EqualTo((Script, level, "own requirement")));
            Assert.That(own.Source, Does.EndWith("my-first.yaml, line 2"));
            Assert.That(output, Does.Contain($"{verdict.Text()} {own.Id} ({level}): {Script}"));
            Assert.That(report, Does.Not.Contain("<script>alert"));
            Assert.That(
                new ReportData(report).Facts.GetProperty("requirements").EnumerateArray().Select(row =>
                    (ReportData.TextOf(row, "id"), ReportData.TextOf(row, "text"))),
                Is.EqualTo(new[] { (own.Id, Script) }));
        });
    }

    [Test]
    public async Task The_step_that_failed_is_named_by_file_and_line()
    {
        await WriteAsync("R-004", "silent");
        var (_, output, _) = await RunAsync();
        Assert.That(output, Does.Contain($"    at {File}:4: open groceries → silent"));
        var detail = ReportData.In(Path.Combine(_folder, "run", "report.html")).Detail("my-first");
        Assert.That(ReportData.TextOf(detail, "place"), Does.EndWith("my-first.yaml:4"));
        Assert.That(ReportData.TextOf(detail.GetProperty("source"), "marked"), Is.EqualTo("4"));
    }

    [TestCase("--only", "*", "Leave out one of the two", 2)]
    [TestCase("--profile", "oidc", "judges. Expected --profile b2c-2016-09 or", 5)]
    public async Task What_does_not_go_with_a_file_is_said(string option, string value, string says, int exit)
    {
        await WriteAsync("R-004", "prompt");
        var (code, _, error) = await RunAsync(option, value);
        Assert.That((code, error), Is.EqualTo((exit, error)));
        Assert.That(error, Does.Contain(says));
    }

    [Test]
    public async Task A_file_that_is_not_there_is_named_with_the_mend()
    {
        var (code, _, error) = await RunAsync();
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain(File).And.Contain("kmsi new my-first.yaml"));
    }

    [Test]
    public async Task What_only_leaves_out_may_be_broken_and_is_told()
    {
        using var scratch = new ScratchSuite().With("good/one", Text("R-004", "prompt")).With("bad/one", "title: [");
        var (code, output, error) = await Kmsi.RunAsync(
            "run", "--browser", "simulated", "--scenarios", scratch.Folder, "--only", "good/*", "--out", Path.Combine(_folder, "run"));
        var (refused, _, why) = await Kmsi.RunAsync("run", "--browser", "simulated", "--scenarios", scratch.Folder);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, output + error);
            Assert.That(
                output, Does.Contain("One file of the catalogue cannot be read and was left out by --only").And.Contain("bad/one.yaml(2,"));
            Assert.That(refused, Is.EqualTo(2));
            Assert.That(why, Does.Contain("bad/one.yaml(2,"));
        });
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] more) =>
        Kmsi.RunAsync(["run", File, "--browser", "simulated", "--out", Path.Combine(_folder, "run"), .. more]);

    private Task WriteAsync(string requirement, string expected) => System.IO.File.WriteAllTextAsync(File, Text(requirement, expected));

    private static string Text(string requirement, string expected) => $"""
        title: It works as it should
        requirements: [{requirement}]
        steps:
          - open: groceries
            expect: {expected}
        """;
}
