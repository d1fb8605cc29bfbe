using System.Xml.Linq;
using System.Xml.Schema;
using KmsiConformance.Reporting;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

/// <summary>Reports in XML against what their readers take, restated under <c>Schemas</c>.</summary>
internal sealed class XmlSchemaTests
{
    [TestCase("junit", "junit-jenkins")]
    [TestCase("junit", "junit-ant")]
    [TestCase("trx", "trx")]
    public async Task A_run_with_every_verdict_is_taken(string report, string schema)
    {
        using var run = EveryVerdict.Write();
        Assert.That(run.Folder.ReadRun().Counts.Values, Has.All.Positive, "every verdict");
        Assert.That(Problems(await WrittenAsync(run, report), schema), Is.Empty);
    }

    [TestCase("junit", "junit-jenkins")]
    [TestCase("junit", "junit-ant")]
    [TestCase("trx", "trx")]
    public async Task A_run_without_scenarios_is_taken(string report, string schema)
    {
        using var run = new SampleRun();
        Assert.That(Problems(await WrittenAsync(run.Written(), report), schema), Is.Empty);
    }

    // What the reports had, or what comes to mind to give them.
    [TestCase("junit-jenkins", "testsuites", "skipped", "1")]
    [TestCase("junit-jenkins", "testcase", "file", "a.yaml")]
    [TestCase("junit-ant", "testcase", "file", "a.yaml")]
    [TestCase("junit-ant", "testsuites", "name", "kmsi")]
    [TestCase("junit-ant", "testsuite", "timestamp", "2026-01-05T09:00:00Z")]
    [TestCase("junit-ant", "testsuite", "package", null)]
    [TestCase("junit-ant", "testsuite", "id", null)]
    [TestCase("junit-ant", "testsuite", "hostname", null)]
    public async Task What_one_of_them_refuses_is_noticed(string schema, string element, string attribute, string? value)
    {
        using var run = EveryVerdict.Write();
        var suites = await WrittenAsync(run, "junit");
        suites.Descendants(element).First().SetAttributeValue(attribute, value);
        Assert.That(Problems(suites, schema), Has.Some.Contains(attribute));
    }

    [Test]
    public async Task Output_of_a_test_case_is_refused_by_ant()
    {
        using var run = EveryVerdict.Write();
        var suites = await WrittenAsync(run, "junit");
        suites.Descendants("testcase").First().Add(new XElement("system-out", "text"));
        Assert.That(Problems(suites, "junit-jenkins"), Is.Empty);
        Assert.That(Problems(suites, "junit-ant"), Has.Some.Contains("system-out"));
    }

    private static async Task<XDocument> WrittenAsync(SampleRun run, string name)
    {
        var reporter = Reporters.Named([name]).Single();
        await reporter.WriteAsync(run.Folder, CancellationToken.None);
        return XDocument.Load(reporter.FileIn(run.Folder));
    }

    private static List<string> Problems(XDocument document, string schema)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Path.Combine(
            Repository.Root, "tests", "KmsiConformance.Tests", "Reporting", "Schemas", $"{schema}.xsd"));
        var problems = new List<string>();
        document.Validate(schemas, (_, problem) => problems.Add(problem.Message));
        if (!schemas.GlobalElements.Contains(new(document.Root!.Name.LocalName, document.Root.Name.NamespaceName)))
            problems.Add("the schema does not know the root");
        return problems;
    }
}
