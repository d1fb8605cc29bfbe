using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting.RunPage;

/// <summary>A scenario is run again as the run was asked to, alone.</summary>
public sealed class RerunCommandTests
{
    [TestCase("--profile oidc --only sign-out/* a/b", "--profile oidc")]
    [TestCase("--only a/b c/d --fault keeps-twice-as-long forgets-the-box", "--fault keeps-twice-as-long --fault forgets-the-box")]
    [TestCase("--target my.yaml --shard 1/4 --timings t.json --clock aged", "--target my.yaml --clock aged")]
    [TestCase("--quick --fault keeps-twice-as-long", "--fault keeps-twice-as-long")]
    [TestCase("--last-failed --browser firefox", "--browser firefox")]
    public async Task What_chose_scenarios_is_left_out(string asked, string again)
    {
        using var run = new SampleRun();
        run.Add("lifetime/one", "A scenario", "R-050").Step("Look", () => { });
        run.Written();
        run.Folder.WriteRun(run.Run with { Plan = new PlanRecord(["lifetime/one"]) { Arguments = asked.Split(' ') } });
        Assert.That(ReportData.TextOf((await ReportPages.DataOf(run)).Detail("lifetime/one"), "command"),
            Is.EqualTo($"kmsi run {again} --only lifetime/one"));
    }

    [Test]
    public async Task A_file_that_was_run_alone_is_named()
    {
        using var run = new SampleRun();
        run.Add("my-first", "A scenario", "R-050").Step("Look", () => { });
        run.Written();
        run.Folder.WriteRun(run.Run with
        {
            Plan = new PlanRecord(["my-first"]) { Arguments = ["--profile", "oidc"], Selection = "my scenarios/my-first.yaml alone" },
        });
        Assert.That(ReportData.TextOf((await ReportPages.DataOf(run)).Detail("my-first"), "command"),
            Is.EqualTo("kmsi run 'my scenarios/my-first.yaml' --profile oidc"));
    }

    [Test]
    public async Task A_word_of_other_letters_is_quoted_for_the_shell()
    {
        using var run = new SampleRun();
        run.Add("lifetime/it's $HOME", "A scenario", "R-050").Step("Look", () => { });
        Assert.That(ReportData.TextOf((await ReportPages.DataOf(run.Written())).Detail("lifetime/it's $HOME"), "command"),
            Does.EndWith(" --only 'lifetime/it'\\''s $HOME'"));
    }
}
