using AngleSharp.Html.Parser;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Reporting.Comparing;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting.Comparing;

/// <summary>A comparison as a page and as Markdown: what matters first, and nothing that a run says is markup.</summary>
internal sealed class DiffPageTests
{
    private const string Hostile = "<script>alert(1)</script> [x](javascript:alert(1)) @everyone | *b* #12 https://evil.example\n# Heading";

    [Test]
    public async Task The_page_has_a_section_for_each_change_and_leads_to_both_reports()
    {
        using var kept = new KeptRuns();
        var before = kept.Write(
            "javascript:x", KeptRuns.Run(1, KeptRuns.Scenario("a/one", Verdict.Passed), KeptRuns.Scenario("a/two", Verdict.Failed)));
        var after = kept.Write(
            "after #1", KeptRuns.Run(2, KeptRuns.Scenario("a/one", Verdict.Failed), KeptRuns.Scenario("a/two", Verdict.Passed)));
        foreach (var folder in new[] { before, after }) await File.WriteAllTextAsync(folder.ReportFile, "");
        var page = new HtmlParser().ParseDocument(await PageOf(kept, RunDiff.Of(before, after)));
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector("h1")!.TextContent, Does.Contain("Newly failing"));
            Assert.That(page.Texts("main section h2"), Is.EqualTo(new[] { "Newly failing 1", "Fixed 1" }));
            Assert.That(page.QuerySelector("#newly-failing tr.differs")!.TextContent,
                Does.Contain("a/one").And.Contain("prompt: the login endpoint asks").And.Contain("catalogue/a/one.yaml:7"));
            Assert.That(page.QuerySelectorAll("#newly-failing tbody a").Select(link => link.GetAttribute("href")),
                Is.EqualTo(new[] { "javascript%3Ax/report.html#a/one", "after%20%231/report.html#a/one" }));
        });
    }

    [Test]
    public async Task What_runs_say_is_text_and_the_page_fetches_nothing()
    {
        using var kept = new KeptRuns();
        var html = await PageOf(kept, HostileDiff(kept));
        var page = new HtmlParser().ParseDocument(html);
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelectorAll("script, img, link, iframe, form"), Is.Empty);
            Assert.That(html, Does.Contain("&lt;script&gt;alert(1)").And.Not.Contain("<script"));
            Assert.That(page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"),
                Does.StartWith("default-src 'none';").And.Not.Contain("http"));
            Assert.That(page.QuerySelectorAll("a"), Is.Empty, "there is no report to lead to");
            Assert.That(page.Texts(".notes li"), Has.One.Contain("Another target"));
        });
    }

    [Test]
    public void Markdown_shows_what_runs_say_as_text_on_one_line()
    {
        using var kept = new KeptRuns();
        var text = DiffMarkdown.Of(HostileDiff(kept));
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.StartWith("### Keep me signed in: newly failing\n"));
            Assert.That(text, Does.Contain("#### Newly failing (1)").And.Contain("PASSED → **FAILED**"));
            Assert.That(text, Does.Contain("&#60;script&#62;alert(1)").And.Not.Contain("<script"));
            Assert.That(text, Does.Not.Contain("](").And.Not.Contain("@everyone"));
            Assert.That(text, Does.Not.Contain("https://evil").And.Not.Contain("*b*").And.Not.Match("(?m)^# Heading"));
            Assert.That(text, Does.Contain("> **Hardly comparable:** Another target"));
            Assert.That(text.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Count(one => one == '|')),
                Is.All.EqualTo(8));
        });
    }

    [Test]
    public void Markdown_of_thousands_still_fits_a_comment()
    {
        using var kept = new KeptRuns();
        ScenarioRecord[] Many(Verdict verdict) =>
            [.. Enumerable.Range(0, 1000).Select(number => KeptRuns.Scenario($"a/{number}", verdict, actual: new string('x', 2000)))];
        var text = DiffMarkdown.Of(RunDiff.Of(
            kept.Write("before", KeptRuns.Run(1, Many(Verdict.Passed))), kept.Write("after", KeptRuns.Run(2, Many(Verdict.Failed)))));
        Assert.That(text, Has.Length.LessThan(65_536));
        Assert.That(text, Does.Contain("#### Newly failing (1000)").And.Contain("- and 975 more"));
    }

    private static RunDiff HostileDiff(KeptRuns kept) => RunDiff.Of(
        kept.Write("before", KeptRuns.Run(1, KeptRuns.Scenario("a/" + Hostile, Verdict.Passed, Hostile))),
        kept.Write(
            "after", KeptRuns.Run(2, KeptRuns.Scenario("a/" + Hostile, Verdict.Failed, Hostile, title: Hostile, actual: Hostile)) with
            {
                Target = new(Hostile, "file"), Id = Hostile,
            }));

    private static async Task<string> PageOf(KeptRuns kept, RunDiff diff)
    {
        var file = Path.Combine(kept.Path, "diff.html");
        await DiffReporter.WriteAsync(diff, file, CancellationToken.None);
        return await File.ReadAllTextAsync(file);
    }
}
