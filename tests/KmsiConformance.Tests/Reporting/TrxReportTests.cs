using System.Xml.Linq;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

/// <summary>Test results as Visual Studio and Azure DevOps read them; <see cref="XmlSchemaTests"/> holds their form.</summary>
internal sealed class TrxReportTests
{
    private static readonly XNamespace Team = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    [TestCase("lifetime/ticked-ends-on-the-day", "Passed")]
    [TestCase("sign-out/page-title", "Passed")]
    [TestCase("lifetime/ticked-survives-a-restart", "Failed")]
    [TestCase("sign-out/hint-required", "Failed")]
    [TestCase("sign-out/returns-to-the-app", "NotExecuted")]
    [TestCase("sign-out/skipped", "NotExecuted")]
    [TestCase("lifetime/unset-expiry-type", "NotExecuted")]
    [TestCase("lifetime/known", "NotExecuted")]
    public async Task A_verdict_becomes_an_outcome_that_every_viewer_knows(string scenario, string outcome)
    {
        using var run = EveryVerdict.Write();
        Assert.That((string?)Result(await ReadAsync(run), scenario).Attribute("outcome"), Is.EqualTo(outcome));
    }

    [Test]
    public async Task A_failure_says_what_was_expected_and_where()
    {
        using var run = EveryVerdict.Write();
        var info = Result(await ReadAsync(run), "lifetime/ticked-survives-a-restart").Descendants(Team + "ErrorInfo").Single();
        Assert.That(info.Element(Team + "Message")!.Value, Does.StartWith("Expected: silent: a fresh code").And.Contain("Actual: prompt"));
        Assert.That(
            info.Element(Team + "StackTrace")!.Value,
            Is.EqualTo("   at Open groceries in scenarios/catalogue/lifetime/ticked-survives-a-restart.yaml:line 10"));
    }

    [Test]
    public async Task Each_result_has_its_test_and_its_entry_and_is_counted()
    {
        using var run = EveryVerdict.Write();
        var trx = await ReadAsync(run);
        var results = trx.Descendants(Team + "UnitTestResult").Select(one => (Test: (string?)one.Attribute("testId"),
            Execution: (string?)one.Attribute("executionId"))).ToList();
        var counters = trx.Descendants(Team + "Counters").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(results, Has.Count.EqualTo(run.Folder.ReadRun().Scenarios.Count).And.Unique);
            Assert.That(
                trx.Descendants(Team + "UnitTest").Select(one => ((string?)one.Attribute("id"),
                    (string?)one.Element(Team + "Execution")!.Attribute("id"))), Is.EqualTo(results));
            Assert.That(
                trx.Descendants(Team + "TestEntry").Select(one => ((string?)one.Attribute("testId"),
                    (string?)one.Attribute("executionId"))), Is.EqualTo(results));
            Assert.That((int?)counters.Attribute("total"), Is.EqualTo(results.Count));
            foreach (var (counter, outcome) in new[] { ("passed", "Passed"), ("failed", "Failed"), ("notExecuted", "NotExecuted") })
                Assert.That(
                    (int?)counters.Attribute(counter), Is.EqualTo(trx.Descendants(Team + "UnitTestResult").Count(
                        one => (string?)one.Attribute("outcome") == outcome)).And.Positive);
            Assert.That((string?)trx.Descendants(Team + "ResultSummary").Single().Attribute("outcome"), Is.EqualTo("Failed"));
        }
    }

    [Test]
    public async Task Requirements_are_categories()
    {
        using var run = EveryVerdict.Write();
        var test = (await ReadAsync(run)).Descendants(Team + "UnitTest").Single(
            one => (string?)one.Attribute("name") == "lifetime/ticked-survives-a-restart");
        Assert.That(
            test.Descendants(Team + "TestCategoryItem").Select(one => (string?)one.Attribute("TestCategory")),
            Is.EqualTo(new[] { "R-050", "R-042" }));
    }

    private static async Task<XElement> ReadAsync(SampleRun run) => XDocument.Parse(await Written.ByAsync("trx", run)).Root!;

    private static XElement Result(XElement trx, string scenario) =>
        trx.Descendants(Team + "UnitTestResult").Single(one => (string?)one.Attribute("testName") == scenario);
}
