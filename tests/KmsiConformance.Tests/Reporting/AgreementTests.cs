using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

/// <summary>Several browsers on the same plan: who differs, who merely cannot show it, and who is missing.</summary>
internal sealed class AgreementTests
{
    private RunFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = RunFolder.Create(Path.Combine(Path.GetTempPath(), "kmsi-" + Path.GetRandomFileName()));

    [TearDown]
    public void Delete() => Directory.Delete(_folder.Path, recursive: true);

    [Test]
    public void Browsers_agree_where_those_that_can_show_it_say_the_same()
    {
        var agreement = Compare(
            ("simulated", Run("simulated", ("a/one", Verdict.Passed), ("a/two", Verdict.Failed), ("a/three", Verdict.Passed))),
            ("chromium", Run("chromium", ("a/one", Verdict.Inapplicable), ("a/two", Verdict.Failed), ("a/three", Verdict.Passed))));
        Assert.That(agreement.Scenarios.Select(scenario => (scenario.Id, scenario.Agrees)),
            Is.EqualTo(new[] { ("a/one", true), ("a/three", true), ("a/two", true) }));
        Assert.That(AgreementOutcome.Of(agreement).Verdict, Is.EqualTo(Verdict.Passed));
    }

    [TestCase(Verdict.Failed)]
    [TestCase(Verdict.CantTell)]
    [TestCase(Verdict.Error)]
    public void Anything_else_is_a_difference(Verdict verdict)
    {
        var agreement = Compare(("simulated", Run("simulated", ("a/one", Verdict.Passed))),
            ("firefox", Run("firefox", ("a/one", verdict))));
        Assert.That(agreement.Scenarios.Single().Agrees, Is.False);
        Assert.That(AgreementOutcome.Of(agreement), Has.Property(nameof(AgreementOutcome.Verdict)).EqualTo(Verdict.Failed)
            .And.Property(nameof(AgreementOutcome.Because)).Contains("1 of 1 scenario"));
    }

    [Test]
    public void A_missing_browser_leaves_it_open()
    {
        var agreement = Compare(("simulated", Run("simulated", ("a/one", Verdict.Passed))), ("firefox", null));
        var outcome = AgreementOutcome.Of(agreement);
        Assert.That(outcome.Verdict, Is.EqualTo(Verdict.Error));
        Assert.That(outcome.Because, Does.Contain("firefox could not be run"));
    }

    [Test]
    public async Task The_page_marks_differences_and_encodes_what_the_target_said()
    {
        _folder.WriteAgreement(Compare(
            ("simulated", Run("simulated", ("a/one", Verdict.Passed), ("a/two", Verdict.Passed))),
            ("chromium", Run("chromium", ("a/one", Verdict.Failed), ("a/two", Verdict.Inapplicable))),
            ("firefox", null)));
        await AgreementReporter.WriteAsync(_folder, CancellationToken.None);
        var html = await File.ReadAllTextAsync(_folder.AgreementReportFile);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelectorAll("tr.differs").Select(row => row.QuerySelector("th")!.FirstChild!.TextContent),
                Is.EqualTo(new[] { "a/one" }));
            Assert.That(page.QuerySelector("#agreed tbody th")!.TextContent, Does.Contain("a/two"));
            Assert.That(page.QuerySelector("tr.differs a[href^='chromium/report.html#']")!.TextContent, Does.Contain("Failed"));
            Assert.That(page.QuerySelector(".fault dd")!.TextContent, Does.Contain("no firefox here"));
            Assert.That(html, Does.Contain("&lt;b&gt;").And.Not.Contain("<b>"));
        });
    }

    private static AgreementRecord Compare(params IReadOnlyList<(string Browser, RunRecord? Run)> runs) => AgreementRecord.Of(
        new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), "b2c-2020-12", new TargetRecord("reference", "reference"),
        [.. runs.Select(run => (run.Browser, run.Run, run.Run is null ? $"no {run.Browser} here" : null))]);

    private static RunRecord Run(string browser, params IReadOnlyList<(string Id, Verdict Verdict)> scenarios) => new()
    {
        Id = "sample", Tool = new("KmsiConformance", "0.1.0"), Complete = true, StartedUtc = default, DurationMs = 1200,
        Profile = "b2c-2020-12",
        Target = new("reference", "reference"), Browser = new(browser, "1.0"), Clock = new("virtual", "not needed"),
        Counts = new Dictionary<string, int>(StringComparer.Ordinal), Requirements = [],
        Scenarios = [.. scenarios.Select(one => new ScenarioRecord
        {
            Id = one.Id, Title = "Something holds", Verdict = one.Verdict, Requirements = [], Attempts = 1, DurationMs = 10, Steps = [],
            Reason = one.Verdict == Verdict.Passed ? null : "Saw <b>another</b> page.",
        })],
    };
}
