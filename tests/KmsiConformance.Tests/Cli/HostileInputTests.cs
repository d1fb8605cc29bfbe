using System.Diagnostics;
using System.Text.RegularExpressions;
using KmsiConformance.Cli;
using KmsiConformance.Tests.Reporting;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>Whatever it is given, the program answers with a code and a message of its own, and never with a trace.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class HostileInputTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kmsi-hostile-");

    public void Dispose() => _folder.Delete(recursive: true);

    [TestCase("run|", "FILE.yaml is empty")]
    [TestCase("run|--out|", "--out is followed by an empty value")]
    [TestCase("run|--scenarios|", "--scenarios is followed by an empty value. Expected DIR")]
    [TestCase("run|--target|", "--target")]
    [TestCase("run|--fault|", "--fault")]
    [TestCase("run|--only| ", "--only")]
    [TestCase("lint|", "PATH is empty")]
    [TestCase("report|", "RUN is empty")]
    [TestCase("new|", "FILE.yaml is empty")]
    [TestCase("serve|--policy|", "--policy")]
    [TestCase("run|--workers|abc", "--workers: expected a whole number")]
    [TestCase("run|--workers|99999999999999", "--workers is 99999999999999, and must be 1 or more")]
    [TestCase("run|--step-limit|2000000000", "at most 86400")]
    [TestCase("explore|--minutes|1e300", "--minutes is 1e300")]
    [TestCase("explore|--minutes|NaN", "--minutes is NaN")]
    [TestCase("explore|--seed|x", "--seed: expected a whole number")]
    [TestCase("faults|--explore|-5", "1 or more")]
    [TestCase("recipe|try|nowhere", "'nowhere' is no address of a page")]
    [TestCase("run|@answers.txt", "@answers.txt")]
    [TestCase("lint|--rules", "--rules")]
    [TestCase("lint|--show|--format|json|.", "--show is followed by the option --format")]
    [TestCase("run|--out|--browser|simulated", "--out is followed by the option --browser. Expected DIR")]
    [TestCase("lint|--show|settings|--show|settings|.", "--show")]
    [TestCase("lint|--rules|text|--format|sarif", "--format has no effect with --rules")]
    [TestCase("run|--within|900 days", "at most 45 days")]
    public Task A_command_line_that_makes_no_sense_is_2(string words, string says) => Refused(words.Split('|'), says);

    [TestCase("run --browser simulated --headed", "--headed has no effect with --browser simulated")]
    [TestCase("run --browser simulated --chromium /bin/true", "--chromium has no effect with --browser simulated")]
    [TestCase("run --browser simulated --chromium-build full", "--chromium-build has no effect")]
    [TestCase("run --browser chromium --firefox /bin/true", "--firefox has no effect")]
    [TestCase("run --browser firefox --chromium /bin/true", "--chromium has no effect")]
    [TestCase("run --browser chromium --transport memory", "--transport has no effect")]
    [TestCase("run --headed --chromium-build headless-shell", "which has no window")]
    [TestCase("run --browser all --resume-parked", "name it with --browser")]
    [TestCase("explore --replay x.yaml --out here", "--out has no effect with --replay")]
    [TestCase("explore --replay x.yaml --format json", "--format has no effect with --replay")]
    [TestCase("faults --list --profile oidc", "--profile has no effect with --list")]
    [TestCase("serve --seed 4", "--seed has no effect without --users")]
    [TestCase("serve --stubs-port 0", "--stubs-port has no effect without --stubs")]
    [TestCase("serve --site site.yaml", "--site has no effect with --profile b2c-2020-12", "--profile web")]
    [TestCase("serve --profile oidc --site site.yaml", "--site has no effect with --profile oidc", "--profile web")]
    [TestCase("serve --profile web --policy scenarios/policies", "--policy has no effect with --profile web", "--site FILE")]
    [TestCase("serve --profile web --stubs docs", "--stubs has no effect with --profile web", "--site FILE")]
    [TestCase("serve --profile web --redirect-uri https://a.example/", "--redirect-uri has no effect with --profile web", "areas")]
    [TestCase("serve --profile web --logout-url https://a.example/", "--logout-url has no effect with --profile web", "areas")]
    [TestCase(
        "serve --profile web --back-channel-logout-uri https://a.example/", "--back-channel-logout-uri has no effect", "areas")]
    [TestCase("serve --profile web --apps-port 0", "--apps-port has no effect with --profile web", "areas")]
    [TestCase("lint --rules text --fail-on error", "--fail-on has no effect with --rules")]
    [TestCase("lint --show settings --fail-on error scenarios/policies", "--fail-on has no effect with --show")]
    [TestCase("probe --target t.yaml --browser simulated --chromium /bin/true", "--chromium has no effect")]
    [TestCase("recipe try http://localhost:1/ --browser simulated --firefox /bin/true", "--firefox has no effect")]
    public Task An_option_without_effect_is_2(string words, params string[] says) => Refused(words.Split(' '), says);

    [TestCase("run --browser simulated --fault hides-bx", "Did you mean hides-box?")]
    [TestCase("faults --only hides-bx", "Did you mean hides-box?")]
    [TestCase("serve --fault hides-bx", "Did you mean hides-box?")]
    [TestCase("run --browser simulated --profile b2c-2020-12 --fault asks-guests", "makes no difference under b2c-2020-12")]
    [TestCase("faults --only asks-guests --profile oidc", "aad-2020-06")]
    [TestCase("serve --fault asks-guests", "makes no difference")]
    [TestCase("serve --redirect-uri javascript:alert(1)", "expected a complete address")]
    [TestCase("serve --redirect-uri data:text/html,x", "expected a complete address")]
    [TestCase("serve --redirect-uri file:///etc/passwd", "expected a complete address")]
    [TestCase("serve --redirect-uri signed-in", "expected a complete address")]
    public Task A_fault_or_an_address_that_could_do_nothing_is_2(string words, string says) => Refused(words.Split(' '), says);

    [TestCase("{ \"id\": ", "it is no JSON")]
    [TestCase("[]", "is of another kind")]
    [TestCase("null", "nothing stands in it")]
    [TestCase("{}", "which is not there")]
    [TestCase("", "it is empty")]
    public async Task A_run_that_is_none_is_2(string text, string says)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "run.json"), text);
        await Refused(["report", _folder.FullName], says);
    }

    [Test]
    public async Task A_verdict_that_is_none_is_2()
    {
        using var run = SampleCatalogue.Write();
        File.WriteAllText(run.Folder.RunFile, Regex.Replace(
            File.ReadAllText(run.Folder.RunFile), "\"verdict\": *\"FAILED\"", "\"verdict\": 140",
            RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Refused(["report", run.Folder.Path], "run.json", "is of another kind");
    }

    [TestCase("{\"type\":\"app-visited\"}", "which is not there")]
    [TestCase("{\"type\":\"no-such-event\"}", "another kind")]
    [TestCase("{\"sequence\":1}", "another kind")]
    [TestCase("[null]}", "no JSON")]
    public async Task Events_that_are_none_are_2_with_their_line(string line, string says)
    {
        using var run = SampleCatalogue.Write();
        File.WriteAllLines(run.Folder.EventsFile, [.. File.ReadAllLines(run.Folder.EventsFile).Prepend(line)]);
        await Refused(["report", run.Folder.Path], "events.ndjson(1)", says);
    }

    [Test]
    [Platform("Linux")]
    public async Task A_run_that_is_no_ordinary_file_is_not_read_for_ever()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "run.json"), "/dev/zero");
        await Refused(["report", _folder.FullName], "run.json", "no ordinary file");
    }

    [Test]
    [Platform("Linux")]
    public async Task A_scenario_that_is_a_pipe_or_a_device_is_not_read_for_ever([Values("pipe", "/dev/zero", "circle")] string what)
    {
        var file = Path.Combine(_folder.FullName, "one.yaml");
        if (what == "pipe") Assert.That((await ShellAsync("mkfifo", file)).Code, Is.Zero);
        else File.CreateSymbolicLink(file, what == "circle" ? file : what);
        await Refused(["run", "--browser", "simulated", file], "one.yaml", what == "circle" ? "cannot be read" : "no ordinary file");
    }

    [Test]
    [Platform("Linux")]
    public async Task A_policy_that_is_a_pipe_is_not_waited_for()
    {
        var file = Path.Combine(_folder.FullName, "policy.xml");
        Assert.That((await ShellAsync("mkfifo", file)).Code, Is.Zero);
        var (_, output, error) = await Kmsi.RunAsync("lint", file);
        Assert.That(output + error, Does.Contain("policy.xml"));
    }

    [Test]
    public async Task A_folder_of_agreement_that_is_none_is_2()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "agreement.json"), "{\"scenarios\":[null]}");
        await Refused(["report", _folder.FullName], "agreement.json");
    }

    [Test]
    public async Task Policies_without_a_relying_party_are_called_what_they_are()
    {
        var file = Path.Combine(_folder.FullName, "base.xml");
        File.WriteAllText(file, """
            <TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
              TenantId="a.onmicrosoft.com" PolicyId="B2C_1A_Base" PublicPolicyUri="http://a/b" />
            """);
        await Refused(["lint", "--show", "settings", file], "B2C_1A_Base", "RelyingParty");
    }

    [Test]
    public async Task A_name_with_an_escape_character_does_not_reach_the_terminal()
    {
        var file = Path.Combine(_folder.FullName, "a\u001B[31m\nPASSED.yaml");
        await File.WriteAllTextAsync(file, "title: x\n");
        var (code, output, error) = await Kmsi.RunAsync("run", "--browser", "simulated", file);
        Assert.That(code, Is.EqualTo(2), error);
        Assert.That(output + error, Does.Not.Contain("\u001B").And.Contain("Give it another"));
    }

    [Test]
    [Platform("Linux")]
    public async Task Too_few_open_files_are_3_and_said()
    {
        var (code, _, error) = await ShellAsync(
            "sh", "-c", $"ulimit -n 128 && exec dotnet '{Path.Combine(AppContext.BaseDirectory, "kmsi.dll")}' list");
        Assert.That(code, Is.EqualTo(3), error);
        Assert.That(error, Does.Contain("128 files").And.Contain("ulimit -n"));
    }

    [Test]
    [Platform("Linux")]
    [Category("Browser")]
    public async Task A_full_folder_for_temporary_files_is_said()
    {
        // A file system of one page, in a namespace that ends with its process.
        var script = $"mount -t tmpfs -o size=4k none '{_folder.FullName}' && head -c 4096 /dev/zero >'{_folder.FullName}/all' && "
            + $"TMPDIR='{_folder.FullName}' exec dotnet '{Path.Combine(AppContext.BaseDirectory, "kmsi.dll")}' run --clock process "
            + $"--only 'sign-in/a-live*' --out '{_folder.FullName}-out'";
        var (code, _, error) = await ShellAsync("unshare", "-rm", "sh", "-c", script);
        if (error.Contains("unshare:", StringComparison.Ordinal) || error.Contains("mount:", StringComparison.Ordinal))
            Assert.Ignore("Nothing can be mounted here: " + error);
        Directory.Delete($"{_folder.FullName}-out", recursive: true);
        Assert.That(code, Is.EqualTo(2), error);
        Assert.That(error, Does.Contain("there is no room for the clock").And.Contain("TMPDIR").And.Not.Contain("   at "));
    }

    [Test]
    public void A_mistake_of_the_program_is_3_and_tells_no_trace()
    {
        var (code, message) = EntryPoint.Of(Thrown());
        Assert.That(code, Is.EqualTo(3));
        Assert.That(message, Does.StartWith(EntryPoint.OwnFault).And.Contain("please report").And.Not.Contain("   at "));
    }

    // In this process: what is refused before anything is done writes nothing but its message.
    private static async Task Refused(string[] words, params string[] says)
    {
        var parsed = EntryPoint.Parse(words);
        if (parsed.Errors.Count > 0)
        {
            var sentences = string.Join('\n', KmsiConformance.Cli.Output.ParseErrors.InWords(parsed));
            foreach (var one in says) Assert.That(sentences, Does.Contain(one).And.Not.Contain("System."));
            return;
        }

        var thrown = await Assert.CatchAsync(() => parsed.InvokeAsync(
            new System.CommandLine.InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }));
        var (code, message) = EntryPoint.Of(thrown!);
        Assert.That(code, Is.EqualTo(2), message);
        foreach (var one in says) Assert.That(message, Does.Contain(one).And.Not.Contain("System."));
    }

    private static async Task<(int Code, string Output, string Error)> ShellAsync(string program, params string[] words)
    {
        using var shell = Process.Start(new ProcessStartInfo(program, words)
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Repository.Root,
        })!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        return (shell.ExitCode, await output, await error);
    }

    private static Exception Thrown()
    {
        try
        {
            string[] none = [];
            return new InvalidOperationException(none[Environment.ProcessId]);
        }
        catch (IndexOutOfRangeException thrown)
        {
            return thrown;
        }
    }
}
