using KmsiConformance.Ledger;
using KmsiConformance.Tests.Reporting;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli.BuildServers;

/// <summary>The program itself: which reports are asked for, and what it says where a build server reads along.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReportChoiceTests : IDisposable
{
    private const string Copied = "sign-out/a-copied-cookie-is-of-no-use-afterwards";

    private readonly string _folder = Directory.CreateTempSubdirectory("kmsi-reports-").FullName;

    private RunFolder Run => new(Path.Combine(_folder, "run"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestCase("", "report.html junit.xml")]
    [TestCase("--report sarif --report markdown", "results.sarif summary.md")]
    [TestCase("--report all", "report.html junit.xml results.sarif results.trx ctrf.json summary.md")]
    public async Task A_run_writes_the_reports_that_are_asked_for_and_names_them(string options, string files)
    {
        var (_, output, error) = await StartAsync([], Words(options));
        Assert.That(Named(output), Is.EqualTo(Files(files)), error);
        Assert.That(
            Directory.GetFiles(Run.Path).Except([Run.RunFile, Run.EventsFile, Run.ScenariosFile]), Is.EquivalentTo(Files(files)));
    }

    [TestCase("", "report.html junit.xml")]
    [TestCase("--report ctrf --report trx", "results.trx ctrf.json")]
    public async Task Reports_are_made_again_as_asked(string options, string files)
    {
        using var run = new SampleRun(Run.Path);
        run.Add("lifetime/one", "One", "R-050").Step("Look", () => { });
        run.Written();
        var (code, output, error) = await Kmsi.RunAsync(["report", Run.Path, .. Words(options)]);
        Assert.That(code, Is.Zero, error);
        Assert.That(Named(output), Is.EqualTo(Files(files)));
        Assert.That(Directory.GetFiles(Run.Path).Except([Run.RunFile, Run.EventsFile]), Is.EquivalentTo(Files(files)));
    }

    [TestCase("run --browser simulated")]
    [TestCase("report .")]
    public async Task A_report_that_does_not_exist_is_an_error_that_names_those_that_do(string command)
    {
        var (code, _, error) = await Kmsi.RunAsync([.. Words(command), "--report", "pdf"]);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(
            error, Does.Contain("There is no report 'pdf'. Expected one of: html, junit, sarif, trx, ctrf, markdown, all."));
    }

    [Test]
    public async Task Of_several_browsers_together_there_is_one_report_alone()
    {
        Directory.CreateDirectory(Run.Path);
        await File.WriteAllTextAsync(Run.AgreementFile, "{}");
        var (code, _, error) = await Kmsi.RunAsync("report", Run.Path, "--report", "sarif");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("--report has no effect with").And.Contain("each in a folder of its own"));
    }

    [Test]
    public async Task Under_GitHub_the_failure_is_told_at_its_line_and_in_the_summary()
    {
        var summary = Path.Combine(_folder, "summary");
        var (code, output, error) = await StartAsync([("GITHUB_ACTIONS", "true"), ("GITHUB_STEP_SUMMARY", summary)]);
        Assert.That(code, Is.EqualTo(1), error);
        Assert.That(
            Lines(output, "::"), Is.EqualTo(new[]
            {
                $"::error file=scenarios/catalogue/{Copied}.yaml,line=11,title=FAILED%3A A cookie copied before the sign-out is refused "
                    + "after it::Expected: prompt: the login endpoint asks for credentials. Actual: silent: groceries got a fresh code "
                    + $"with no page and no credentials in between ({Copied}, R-087)",
            }));
        Assert.That(await File.ReadAllTextAsync(summary), Does.Contain("not conformant").And.Contain(Copied));
        Assert.That(Named(output), Does.Contain(Run.MarkdownFile));
    }

    [Test]
    public async Task Under_GitLab_and_Azure_too()
    {
        var (_, output, error) = await StartAsync([("GITLAB_CI", "true"), ("TF_BUILD", "True")], "--report", "markdown");
        Assert.That(Named(output), Is.EqualTo(new[] { Run.MarkdownFile, Run.CodeQualityFile }), error);
        Assert.That(Run.CodeQualityFile, Does.Exist);
        Assert.That(
            Lines(output, "##vso[").Select(line => line[..line.IndexOf(']', StringComparison.Ordinal)]), Is.EqualTo(new[]
            {
                $"##vso[task.logissue type=error;sourcepath=scenarios/catalogue/{Copied}.yaml;linenumber=11;", "##vso[task.uploadsummary",
            }));
    }

    [Test]
    public async Task A_scenario_commands_no_build_server()
    {
        var file = Path.Combine(_folder, "mine.yaml");
        await File.WriteAllTextAsync(file, """
            title: "x\n::error::mine\n##vso[task.setvariable variable=a]b ##[command]c"
            requirements:
              - { own: "::error::mine ##vso[task.setvariable variable=a]b", level: MUST }
            profiles: [b2c-2020-12]
            steps:
              - sign-in: { user: alice, app: groceries }
              - open: groceries
                expect: prompt
            """);
        var summary = Path.Combine(_folder, "summary");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GITHUB_ACTIONS"] = "true", ["TF_BUILD"] = "True", ["GITHUB_STEP_SUMMARY"] = summary,
        };
        using var kmsi = Kmsi.Start(environment, "run", file, "--browser", "simulated", "--out", Run.Path);
        var (code, output, error) = await kmsi.EndAsync();
        Assert.That(code, Is.EqualTo(1), output + error);
        Assert.That(Lines(output + error, "::"), Has.Count.EqualTo(1).And.All.StartsWith("::error file="));
        Assert.That((output + error).Split("##vso["), Has.Length.EqualTo(3), "an issue and the summary");
        Assert.That(output + error, Does.Not.Contain("##["));
        Assert.That(await File.ReadAllTextAsync(summary), Does.Contain("\\#\\#vso\\[task.setvariable variable=a\\]b"));
    }

    private async Task<(int Code, string Output, string Error)> StartAsync(
        IEnumerable<(string Name, string Value)> environment, params string[] options)
    {
        // Whoever runs these tests may be a build server.
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GITHUB_ACTIONS"] = "", ["GITHUB_STEP_SUMMARY"] = "", ["GITLAB_CI"] = "", ["TF_BUILD"] = "",
        };
        foreach (var (name, value) in environment) variables[name] = value;
        using var kmsi = Kmsi.Start(
            variables, ["run", "--browser", "simulated", "--only", Copied, "--fault", "keeps-session-after-sign-out", "--out", Run.Path,
                .. options]);
        return await kmsi.EndAsync();
    }

    private List<string> Files(string names) => [.. Words(names).Select(name => Path.Combine(Run.Path, name))];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static List<string> Named(string output) => [.. Lines(output, "Report: ").Select(line => line["Report: ".Length..])];

    // Build servers pass over blanks at the beginning of a line.
    private static List<string> Lines(string output, string beginning) =>
        [.. output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith(beginning, StringComparison.Ordinal))];
}
