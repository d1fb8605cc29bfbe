using AngleSharp.Html.Parser;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Reporting.Trends;
using KmsiConformance.Tests.Reporting.Comparing;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting.Trends;

/// <summary>How runs went one after the other.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TrendTests : IDisposable
{
    private const string Hostile = "<script>alert(1)</script>";

    private readonly KeptRuns _kept = new();

    public void Dispose() => _kept.Dispose();

    [Test]
    public void Runs_stand_in_the_order_of_time_and_each_kind_for_itself()
    {
        Night(2);
        Night(1);
        Write(3, run => run with { Browser = new("firefox", "1") });
        Write(4, run => run with { Profile = "oidc" });
        Write(5, run => run with { Fault = "hides-box" });
        var trend = Look();
        Assert.That(trend.Groups.Select(group => (group.Kind, string.Join(' ', group.Runs.Select(run => run.Id)))), Is.EqualTo(new[]
        {
            ("shop with fault hides-box, b2c-2020-12, chromium", "night-5"), ("shop, oidc, chromium", "night-4"),
            ("shop, b2c-2020-12, firefox", "night-3"), ("shop, b2c-2020-12, chromium", "night-1 night-2"),
        }));
    }

    [TestCase("PPF", "night-2")]
    [TestCase("FFF", "night-0")]
    [TestCase("FPFF", "night-2")]
    [TestCase("PF?EF", "night-1", Description = "not judged is not mended")]
    [TestCase("PFwF", "night-3")]
    [TestCase("PF F", "night-1", Description = "not run is not mended")]
    [TestCase("PFP", null)]
    [TestCase("PF?", null, Description = "whether it fails now nobody can tell")]
    [TestCase("PF ", null, Description = "it is in the last run no more")]
    public void It_is_said_since_when_a_scenario_fails(string verdicts, string? since)
    {
        Nights(verdicts);
        Assert.That(Look().Groups[0].Scenarios.First(scenario => scenario.Id == "a/one").FailingSince?.Id, Is.EqualTo(since));
    }

    [TestCase("PFPFPF", 3, 5, true)]
    [TestCase("PPPFFF", 3, 1, false)]
    [TestCase("PFFP", 2, 2, false, Description = "broken once and mended once")]
    [TestCase("PPPPP", 0, 0, false)]
    public void What_goes_to_and_fro_is_unstable(string verdicts, int failures, int changes, bool isUnstable)
    {
        Nights(verdicts);
        var scenario = Look().Groups[0].Scenarios.First(scenario => scenario.Id == "a/one");
        Assert.That((scenario.Failures, scenario.Changes, scenario.IsUnstable), Is.EqualTo((failures, changes, isUnstable)));
    }

    [Test]
    public void A_strip_goes_back_thirty_runs_and_a_failure_further()
    {
        Nights(new string('F', 40));
        var group = Look().Groups[0];
        Assert.That(group.Scenarios[0].Verdicts, Has.Count.EqualTo(30));
        Assert.That(group.Strip()[0].Id, Is.EqualTo("night-10"));
        Assert.That(group.Scenarios[0].FailingSince!.Id, Is.EqualTo("night-0"));
        Assert.That(group.Runs, Has.Count.EqualTo(40));
    }

    [Test]
    public void An_interrupted_run_is_shown_and_counts_for_nothing()
    {
        Night(1, Verdict.Passed);
        Write(2, run => run with { Complete = false }, Verdict.Failed);
        Write(3, run => run with { Stopped = "an account was nearly locked" }, Verdict.Failed);
        Night(4, Verdict.Passed);
        var group = Look().Groups[0];
        Assert.That(group.Runs.Select(run => run.IsResult), Is.EqualTo(new[] { true, false, false, true }));
        Assert.That(group.Scenarios.Single(scenario => scenario.Id == "a/one"),
            Has.Property("Failures").EqualTo(0).And.Property("Changes").EqualTo(0)
                .And.Property("Verdicts").EqualTo(new Verdict?[] { Verdict.Passed, null, null, Verdict.Passed }));
    }

    [Test]
    public void Runs_that_cannot_be_read_are_named_and_links_are_not_followed()
    {
        Night(1);
        File.WriteAllText(_kept.Write("broken", KeptRuns.Run(2)).RunFile, "{");
        _kept.Write("all/chromium", KeptRuns.Run(3));
        Directory.CreateDirectory(Path.Combine(_kept.Path, "measure-1"));
        using var elsewhere = new KeptRuns();
        Directory.CreateSymbolicLink(Path.Combine(_kept.Path, "link"), elsewhere.Write("run", KeptRuns.Run(4)).Path);
        var trend = Look();
        Assert.That(trend.Groups.SelectMany(group => group.Runs).Select(run => run.Folder.Replace('\\', '/')),
            Is.EqualTo(new[] { "1", "all/chromium" }));
        Assert.That(trend.Unread.Single(),
            Has.Property("Name").EqualTo("broken").And.Property("Reason").Contains("run.json cannot be read"));
    }

    [Test]
    public async Task The_page_draws_a_column_for_each_run_and_says_since_when()
    {
        Nights("PFFPPFF");
        Write(20, run => run with { Complete = false });
        await File.WriteAllTextAsync(Path.Combine(_kept.Path, "5", "report.html"), "");
        File.WriteAllText(_kept.Write("broken", KeptRuns.Run(2)).RunFile, "{");
        var page = new HtmlParser().ParseDocument(await PageAsync());
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelectorAll(".nights svg:first-child g"), Has.Length.EqualTo(8));
            Assert.That(page.QuerySelectorAll(".nights g.unfinished"), Has.Length.EqualTo(1));
            Assert.That(page.QuerySelectorAll(".nights rect.FAILED"), Has.Length.EqualTo(4));
            Assert.That(page.Texts("section h3"), Is.EqualTo(new[] { "Failing now 1", "Unstable: it goes to and fro 1" }));
            var row = page.QuerySelector("table.strips tbody tr")!;
            Assert.That(row.TextContent, Does.Contain("a/one").And.Contain("failing since").And.Contain("failed 4 times, changed 3 times"));
            Assert.That(row.QuerySelector("a")!.GetAttribute("href"), Is.EqualTo("5/report.html#a/one"));
            Assert.That(page.QuerySelector("table.strips tbody .badge")!.TextContent, Does.Contain("Failed"), "the last result decides");
            Assert.That(row.QuerySelectorAll("rect").Select(part => $"{part.ClassName} {part.GetAttribute("x")}"),
                Is.EqualTo(new[] { "PASSED 0", "FAILED 10", "PASSED 30", "FAILED 50" }));
            Assert.That(page.Texts(".notes li"), Has.One.StartsWith("broken cannot be read").And.One.StartsWith("20 ("));
        });
    }

    [Test]
    public async Task What_runs_say_is_text_on_the_page()
    {
        var scenario = KeptRuns.Scenario(Hostile, Verdict.Failed, title: Hostile);
        _kept.Write("run", KeptRuns.Run(1, scenario) with { Id = Hostile, Target = new(Hostile, "file"), Profile = Hostile });
        var html = await PageAsync();
        var page = new HtmlParser().ParseDocument(html);
        Assert.That(page.QuerySelectorAll("script, img, a, iframe"), Is.Empty);
        Assert.That(html, Does.Contain("&lt;script&gt;").And.Not.Contain("<script"));
        Assert.That(page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"),
            Does.StartWith("default-src 'none';"));
    }

    [TestCase(1, 434)]
    [TestCase(300, 300)]
    [TestCase(0, 3)]
    public void One_failure_of_hundreds_is_high_enough_to_be_seen_and_no_column_is_too_high(int failed, int passed)
    {
        _kept.Write("run", KeptRuns.Run(
            1,
        [
            .. Enumerable.Range(0, failed + passed).Select(
                at => KeptRuns.Scenario($"a/{at}", at < failed ? Verdict.Failed : Verdict.Passed)),
        ]));
        var parts = VerdictChart.Of(Look().Groups[0].Runs).Columns.Single().Parts;
        Assert.That(parts.Select(part => part.Height), Is.All.GreaterThan(3));
        Assert.That(parts.Select(part => part.Y), Is.All.InRange(-0.001, VerdictChart.Height));
        Assert.That(parts, Has.Count.EqualTo(failed == 0 ? 1 : 2));
    }

    private void Nights(string verdicts)
    {
        foreach (var (night, sign) in verdicts.Index())
            if (sign == ' ') _kept.Write($"{night}", KeptRuns.Run(night, KeptRuns.Scenario("a/other", Verdict.Passed)));
            else Night(night, sign switch
            {
                'F' => Verdict.Failed, 'w' => Verdict.Warning, '?' => Verdict.CantTell, 'E' => Verdict.Error, _ => Verdict.Passed,
            });
    }

    private void Night(int night, Verdict verdict = Verdict.Passed) => Write(night, run => run, verdict);

    private void Write(int night, Func<RunRecord, RunRecord> otherwise, Verdict verdict = Verdict.Passed) => _kept.Write(
        $"{night}", otherwise(KeptRuns.Run(night, KeptRuns.Scenario("a/one", verdict), KeptRuns.Scenario("a/other", Verdict.Passed))));

    private Trend Look() => Trend.Of(RunShelf.Of(_kept.Path));

    private async Task<string> PageAsync()
    {
        var file = Path.Combine(_kept.Path, "trend.html");
        await TrendReporter.WriteAsync(Look(), file, CancellationToken.None);
        return await File.ReadAllTextAsync(file);
    }
}
