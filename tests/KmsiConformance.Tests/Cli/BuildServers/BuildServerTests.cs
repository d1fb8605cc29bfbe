using System.Text.Json;
using KmsiConformance.Cli.BuildServers;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Reporting;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli.BuildServers;

/// <summary>What a run tells the build server that it runs under.</summary>
internal sealed class BuildServerTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kmsi-server-").FullName;

    [TearDown]
    public void Empty()
    {
        foreach (var file in Directory.GetFiles(_folder)) File.Delete(file);
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Without_one_nothing_is_said_and_nothing_is_written()
    {
        using var run = EveryVerdict.Write();
        var before = Directory.GetFiles(run.Folder.Path);
        Assert.That(await ToldAsync(run), Is.Empty);
        Assert.That(Directory.GetFiles(run.Folder.Path), Is.EquivalentTo(before));
    }

    [Test]
    public async Task GitHub_gets_a_command_for_each_finding_that_is_not_known()
    {
        using var run = EveryVerdict.Write();
        var told = await ToldAsync(run, ("GITHUB_ACTIONS", "true"));
        Assert.That(told.Select(line => line[..line.IndexOf(",title", StringComparison.Ordinal)]), Is.EqualTo(new[]
        {
            "::error file=scenarios/catalogue/lifetime/hostile.yaml,line=6",
            "::error file=scenarios/catalogue/lifetime/ticked-survives-a-restart.yaml,line=10",
            "::error file=scenarios/catalogue/lifetime/flaky.yaml,line=6",
            "::error file=scenarios/catalogue/sign-out/hint-required.yaml,line=7",
            "::warning file=scenarios/catalogue/sign-out/page-title.yaml,line=7",
        }));
        Assert.That(
            told[1], Does.EndWith(
                ",title=FAILED%3A A ticked box survives closing the browser::Expected: silent: a fresh code without a credential page. "
                + "Actual: prompt: the credential page of login.localhost was shown (lifetime/ticked-survives-a-restart, R-050, R-042)"));
    }

    [Test]
    public async Task A_title_cannot_command_GitHub()
    {
        using var run = EveryVerdict.Write();
        var line = (await ToldAsync(run, ("GITHUB_ACTIONS", "true")))[0];
        Assert.That(
            line, Does.Contain(
                "title=FAILED%3A x%0D%0A%3A%3Aerror%3A%3Amine%0A# #vso[task.setvariable variable=a]b # #[command]c <img src=x> | "
                + "[a](https%3A//evil.example) @all `z` 100%25; a%2Cb%3Ac::Expected: x%0D%0A::error::mine%0A"));
        Assert.That(line, Does.Not.Contain("\n").And.Not.Contain("\r"));
    }

    [Test]
    public async Task GitHub_gets_ten_of_a_kind()
    {
        using var run = new SampleRun();
        for (var number = 0; number < 15; number++)
        {
            run.Add($"lifetime/failed-{number:00}", "Failed", "R-050").Step("Look", () => { }, Verdict.Failed, "this", "that");
            run.Add($"lifetime/warned-{number:00}", "Warned", "R-050").Step("Look", () => { }, Verdict.Warning, "this", "that");
        }

        var told = await ToldAsync(run.Written(), ("GITHUB_ACTIONS", "true"));
        Assert.That(told.CountBy(line => line.Split(' ')[0]), Is.EqualTo(new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["::error"] = 10, ["::warning"] = 10,
        }));
    }

    // The run is over by then, and what came of it is told by its exit code.
    [TestCase("missing/summary")]
    [TestCase(".")]
    [TestCase("pipe")]
    [Platform(Exclude = "Win")]
    public async Task A_summary_that_cannot_be_written_changes_nothing(string place)
    {
        using var run = EveryVerdict.Write();
        if (place == "pipe")
        {
            using var made = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(_folder, place)]);
            await made.WaitForExitAsync();
        }

        var told = ToldAsync(run, ("GITHUB_STEP_SUMMARY", Path.Combine(_folder, place)));
        Assert.That(await told.WaitAsync(TimeSpan.FromSeconds(30)), Is.Empty);
    }

    [Test]
    public async Task A_baseline_that_is_out_of_date_is_told_to_both_that_take_commands()
    {
        using var run = EveryVerdict.Write();
        run.Folder.WriteRun(run.Folder.ReadRun() with { Baseline = new BaselineRecord("b.yaml", ["b.yaml:3: x is over"]) });
        Assert.That(await ToldAsync(run, ("GITHUB_ACTIONS", "true")),
            Has.One.EqualTo("::error title=The baseline is out of date::b.yaml:3: x is over"));
        Assert.That(await ToldAsync(run, ("TF_BUILD", "True")),
            Has.One.EqualTo("##vso[task.logissue type=error;]The baseline is out of date: b.yaml:3: x is over"));
    }

    [Test]
    public async Task The_summary_is_appended_for_GitHub()
    {
        using var run = EveryVerdict.Write();
        var summary = Path.Combine(_folder, "summary");
        await File.WriteAllTextAsync(summary, "before\n");
        Assert.That(await ToldAsync(run, ("GITHUB_STEP_SUMMARY", summary)), Is.Empty);
        Assert.That(
            await File.ReadAllTextAsync(summary), Is.EqualTo($"before\n\n{await File.ReadAllTextAsync(run.Folder.MarkdownFile)}"));
    }

    [TestCase(200, "is left out: GitHub shows 1 MiB at most.")]
    [TestCase(10, "")]
    public async Task A_summary_never_grows_beyond_what_GitHub_shows(int room, string added)
    {
        using var run = EveryVerdict.Write();
        var summary = Path.Combine(_folder, "summary");
        var before = new string('x', BuildServer.MostOfSummary - room);
        await File.WriteAllTextAsync(summary, before);
        await ToldAsync(run, ("GITHUB_STEP_SUMMARY", summary));
        var after = await File.ReadAllTextAsync(summary);
        Assert.That(after, Has.Length.AtMost(BuildServer.MostOfSummary));
        Assert.That(after[before.Length..].TrimEnd('\n'), Does.EndWith(added));
        if (added.Length == 0) Assert.That(after, Has.Length.EqualTo(before.Length));
    }

    [Test]
    public async Task GitLab_finds_a_report_of_code_quality()
    {
        using var run = EveryVerdict.Write();
        Assert.That(await ToldAsync(run, ("GITLAB_CI", "true")), Is.Empty);
        var findings = JsonDocument.Parse(await File.ReadAllTextAsync(run.Folder.CodeQualityFile)).RootElement.EnumerateArray().ToList();
        Assert.That(
            findings.Select(one => $"{one.GetProperty("severity")} {one.GetProperty("check_name")} "
                + $"{one.GetProperty("location").GetProperty("path")}:"
                + one.GetProperty("location").GetProperty("lines").GetProperty("begin")), Is.EquivalentTo(new[]
            {
                "major lifetime/hostile scenarios/catalogue/lifetime/hostile.yaml:6",
                "info lifetime/known scenarios/catalogue/lifetime/known.yaml:6",
                "major lifetime/ticked-survives-a-restart scenarios/catalogue/lifetime/ticked-survives-a-restart.yaml:10",
                "major lifetime/flaky scenarios/catalogue/lifetime/flaky.yaml:6",
                "major sign-out/hint-required scenarios/catalogue/sign-out/hint-required.yaml:7",
                "minor sign-out/page-title scenarios/catalogue/sign-out/page-title.yaml:7",
            }));
        Assert.That(findings.Select(one => one.GetProperty("fingerprint").GetString()), Is.Unique.And.All.Match("^[0-9a-f]{32}$"));
        Assert.That(
            findings.Select(one => one.GetProperty("description").GetString()), Has.Some.StartsWith("FAILED: A ticked box survives"));
    }

    [Test]
    public async Task Azure_gets_an_issue_for_each_finding_and_the_summary()
    {
        using var run = EveryVerdict.Write();
        var told = await ToldAsync(run, ("TF_BUILD", "True"));
        Assert.That(told, Has.Count.EqualTo(6));
        Assert.That(told[1], Does.StartWith(
            "##vso[task.logissue type=error;sourcepath=scenarios/catalogue/lifetime/ticked-survives-a-restart.yaml;linenumber=10;]FAILED: "
            + "A ticked box survives closing the browser. Expected: silent"));
        Assert.That(told[4], Does.StartWith("##vso[task.logissue type=warning;sourcepath="));
        Assert.That(told[5], Is.EqualTo($"##vso[task.uploadsummary]{run.Folder.MarkdownFile}"));
        Assert.That(run.Folder.MarkdownFile, Does.Exist);
    }

    [Test]
    public async Task A_title_cannot_command_Azure()
    {
        using var run = EveryVerdict.Write();
        var line = (await ToldAsync(run, ("TF_BUILD", "True")))[0];
        Assert.That(
            line, Does.Contain("]FAILED: x%0D%0A::error::mine%0A# #vso[task.setvariable variable=a]b # #[command]c ").And.Contain(
                "100%AZP25; a,b:c"));
        Assert.That(line.Split("##vso["), Has.Length.EqualTo(2));
    }

    private static async Task<IReadOnlyList<string>> ToldAsync(SampleRun run, params (string Name, string Value)[] environment)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var variables = environment.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        await new BuildServer(variables.GetValueOrDefault, output).TellAsync(run.Folder, [], CancellationToken.None);
        return output.ToString().Split('\n')[..^1];
    }
}
