using System.Text.Json;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Reporting.Comparing;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>Last night and tonight, by the program itself.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DiffTests : IDisposable
{
    private readonly KeptRuns _kept = new();

    public void Dispose() => _kept.Dispose();

    [Test]
    public async Task Real_runs_are_compared_and_a_new_failure_is_1()
    {
        var (good, bad) = (Path.Combine(_kept.Path, "good"), Path.Combine(_kept.Path, "bad"));
        string[] run = ["run", "--browser", "simulated", "--only", "sign-out/a-copied-*"];
        await Kmsi.RunAsync([.. run, "--out", good]);
        await Kmsi.RunAsync([.. run, "--fault", "keeps-session-after-sign-out", "--out", bad]);

        var (code, output, error) = await Kmsi.RunAsync("diff", good, bad);
        Assert.That(code, Is.EqualTo(1), output + error);
        Assert.That(output, Does.Contain("newly failing (")
            .And.Match("sign-out/a-copied-cookie-is-of-no-use-afterwards  PASSED → FAILED")
            .And.Contain("expected prompt: the login endpoint asks for credentials")
            .And.Contain("at scenarios/catalogue/sign-out/a-copied-cookie-is-of-no-use-afterwards.yaml:")
            .And.Contain("Warning: Another target: reference (b2c-2020-12) before, reference (b2c-2020-12) with fault keeps-session"));

        (code, output, error) = await Kmsi.RunAsync("diff", bad, good);
        Assert.That(code, Is.Zero, output + error);
        Assert.That(output, Does.Contain("fixed (").And.Contain("Changed, nothing newly failing."));
    }

    [Test]
    public async Task As_JSON_it_is_one_document_and_the_page_is_told_elsewhere()
    {
        var (before, after) = Nights(KeptRuns.Scenario("a/one", Verdict.Passed), KeptRuns.Scenario("b/one", Verdict.Failed) with
        {
            Steps = [.. KeptRuns.Scenario("a/one", Verdict.Failed).Steps],
        });
        var page = Path.Combine(_kept.Path, "diff.html");
        var (code, output, error) = await Kmsi.RunAsync("diff", before, after, "--format", "json", "--out", page);
        Assert.That(code, Is.EqualTo(1), error);
        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        var scenario = root.GetProperty("scenarios").EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(root.EnumerateObject().Select(member => member.Name),
                Is.EqualTo(new[] { "before", "after", "comparable", "warnings", "scenarios", "counts" }));
            Assert.That(root.GetProperty("before").GetProperty("id").GetString(), Is.EqualTo("night-1"));
            Assert.That(root.GetProperty("comparable").GetBoolean(), Is.True);
            Assert.That(scenario.GetProperty("id").GetString(), Is.EqualTo("b/one"));
            Assert.That(scenario.GetProperty("formerId").GetString(), Is.EqualTo("a/one"));
            Assert.That(scenario.GetProperty("change").GetString(), Is.EqualTo("newly-failing"));
            Assert.That(scenario.GetProperty("before").GetProperty("verdict").GetString(), Is.EqualTo("PASSED"));
            Assert.That(scenario.GetProperty("after").GetProperty("check").GetString(), Is.EqualTo("CredentialsAreAskedFor"));
            Assert.That(root.GetProperty("counts").GetProperty("newly-failing").GetInt32(), Is.EqualTo(1));
            Assert.That(error, Does.Contain($"Report: {page}"));
            Assert.That(File.ReadAllText(page), Does.Contain("Newly failing"));
        });
    }

    [TestCase(Verdict.Failed, Verdict.Failed)]
    [TestCase(Verdict.Passed, Verdict.Error)]
    [TestCase(Verdict.Passed, Verdict.Passed)]
    public async Task Without_a_new_failure_it_is_0(Verdict before, Verdict after)
    {
        var (was, now) = Nights(KeptRuns.Scenario("a/one", before), KeptRuns.Scenario("a/one", after));
        var (code, output, error) = await Kmsi.RunAsync("diff", was, now, "--format", "markdown");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.StartWith("### Keep me signed in: ").And.Contain("| before | night-1 |"));
    }

    [Test]
    public async Task Nothing_that_a_run_says_commands_the_terminal()
    {
        const string clear = "\u001B[2J[red]\nPASSED everything";
        var (before, after) = Nights(KeptRuns.Scenario("a/one", Verdict.Passed), KeptRuns.Scenario("a/one", Verdict.Failed, actual: clear));
        var (_, output, _) = await Kmsi.RunAsync("diff", before, after);
        Assert.That(output, Does.Contain("[2J[red] PASSED everything").And.Not.Contain("\u001B"));
    }

    [Test]
    public async Task Folders_that_are_no_two_runs_are_refused_with_what_was_expected()
    {
        var run = _kept.Write("run", KeptRuns.Run(1)).Path;
        var broken = _kept.Write("broken", KeptRuns.Run(2));
        await File.WriteAllTextAsync(broken.RunFile, "{ \"id\": ");
        var browsers = new RunFolder(Path.Combine(_kept.Path, "all"));
        _kept.Write("all/firefox", KeptRuns.Run(3));
        browsers.WriteAgreement(AgreementRecord.Of(default, "oidc", new("shop", "file"), []));
        Directory.CreateDirectory(Path.Combine(_kept.Path, "empty"));

        await Refused([run, Path.Combine(_kept.Path, "nowhere")], "nowhere is not there. Expected the folder of a run");
        await Refused([run, Path.Combine(run, "..", "run")], "is named twice", "Expected the folder of an earlier run");
        await Refused([run, browsers.Path], "holds runs of several browsers", "name one of firefox below it");
        await Refused([run, _kept.Path], "it is not a run folder, but has some below it", "broken, run");
        await Refused([run, Path.Combine(_kept.Path, "empty")], "has no run.json");
        await Refused([run, broken.Path], "broken", "run.json cannot be read: it is no JSON in line 1", "take another folder");
        await Refused([Path.Combine(run, "run.json"), run], "is a file. Expected the folder of a run");
        await Refused([run, _kept.Write("share", KeptRuns.Share(4, "build-9")).Path], "is a share of queue build-9", "'kmsi merge'");
        await Refused([run], "Required argument 'AFTER' missing");
        await Refused([run, _kept.Write("later", KeptRuns.Run(5)).Path, "--out", _kept.Path], "which is a folder");
        await Refused([run, Path.Combine(_kept.Path, "later"), "--out", Path.Combine(_kept.Path, "no", "x.html")], "there is no folder");
    }

    private static async Task Refused(string[] arguments, params string[] says)
    {
        var (code, output, error) = await Kmsi.RunAsync(["diff", .. arguments]);
        Assert.That((code, output), Is.EqualTo((2, "")), error);
        foreach (var part in says) Assert.That(error, Does.Contain(part));
    }

    private (string Before, string After) Nights(ScenarioRecord before, ScenarioRecord after) =>
        (_kept.Write("before", KeptRuns.Run(1, before)).Path, _kept.Write("after", KeptRuns.Run(2, after)).Path);
}
