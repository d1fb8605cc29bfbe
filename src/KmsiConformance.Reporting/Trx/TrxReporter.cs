using System.Globalization;
using System.Xml;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Xml;

namespace KmsiConformance.Reporting.Trx;

/// <summary>
/// Writes <c>results.trx</c>, test results as Visual Studio has them. Of the many outcomes that there are only the three are used that
/// every viewer knows: PASSED and WARNING are Passed, FAILED and ERROR are Failed, all else is NotExecuted.
/// </summary>
public sealed class TrxReporter : TextReporter
{
    private const string Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    // What Visual Studio calls a unit test, results that are in no list, and all that were loaded.
    private const string UnitTest = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b";
    private const string NoList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";
    private const string EveryList = "19431567-8539-422a-85d7-44ee4e166bda";

    private const string Adapter = "executor://kmsi/v1";

    // The record does not tell the machine.
    private const string Host = "localhost";

    public override string Name => "trx";

    public override string FileIn(RunFolder folder) => folder.TrxFile;

    protected override string Of(RunReading reading) => XmlReport.Of(xml =>
    {
        var run = reading.Run;
        xml.WriteStartElement("TestRun", Namespace);
        xml.Attribute("id", StableId.Guid(run.Id).ToString());
        xml.Attribute("name", $"kmsi: {run.Target.Name}, {run.Profile}, {run.Browser.Name} {run.Browser.Version}");
        WriteTimes(xml, run);
        xml.WriteStartElement("Results");
        foreach (var scenario in run.Scenarios) WriteResult(xml, reading, scenario);
        xml.WriteEndElement();
        xml.WriteStartElement("TestDefinitions");
        foreach (var scenario in run.Scenarios) WriteDefinition(xml, run, scenario);
        xml.WriteEndElement();
        xml.WriteStartElement("TestEntries");
        foreach (var scenario in run.Scenarios) WriteEntry(xml, run, scenario);
        xml.WriteEndElement();
        xml.WriteStartElement("TestLists");
        WriteList(xml, "Results Not in a List", NoList);
        WriteList(xml, "All Loaded Results", EveryList);
        xml.WriteEndElement();
        WriteSummary(xml, run);
        xml.WriteEndElement();
    });

    private static void WriteTimes(XmlWriter xml, RunRecord run)
    {
        var (start, finish) = (Wording.Iso(run.StartedUtc), Wording.Iso(run.StartedUtc.AddMilliseconds(run.DurationMs)));
        xml.WriteStartElement("Times");
        xml.Attribute("creation", start);
        xml.Attribute("queuing", start);
        xml.Attribute("start", start);
        xml.Attribute("finish", finish);
        xml.WriteEndElement();
    }

    private static void WriteResult(XmlWriter xml, RunReading reading, ScenarioRecord scenario)
    {
        xml.WriteStartElement("UnitTestResult");
        xml.Attribute("executionId", Execution(reading.Run, scenario));
        xml.Attribute("testId", Test(scenario));
        xml.Attribute("testName", scenario.Id);
        xml.Attribute("computerName", Host);
        var took = TimeSpan.FromMilliseconds(scenario.DurationMs);
        xml.Attribute("duration", took.ToString(@"hh\:mm\:ss\.fffffff", CultureInfo.InvariantCulture));
        xml.Attribute("testType", UnitTest);
        xml.Attribute("outcome", Outcome(scenario));
        xml.Attribute("testListId", NoList);
        xml.WriteStartElement("Output");
        xml.Text("StdOut", ScenarioText.Protocol(reading, scenario));
        if (scenario.Verdict != Verdict.Passed)
        {
            xml.WriteStartElement("ErrorInfo");
            xml.Text("Message", scenario.Verdict is Verdict.Error or Verdict.Flaky or Verdict.Warning
                ? $"{scenario.Verdict.Text()}: {ScenarioText.Message(scenario)}" : ScenarioText.Message(scenario));
            if (scenario.Deciding() is { Line: { } line } step && scenario.File is { } file)
                xml.Text("StackTrace", string.Create(CultureInfo.InvariantCulture, $"   at {step.Text} in {file}:line {line}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteDefinition(XmlWriter xml, RunRecord run, ScenarioRecord scenario)
    {
        var (group, name) = ScenarioText.Split(scenario.Id);
        var file = scenario.File ?? scenario.Id;
        xml.WriteStartElement("UnitTest");
        xml.Attribute("name", scenario.Id);
        xml.Attribute("storage", file);
        xml.Attribute("id", Test(scenario));
        if (scenario.About.Count > 0)
        {
            xml.WriteStartElement("TestCategory");
            foreach (var requirement in scenario.About)
            {
                xml.WriteStartElement("TestCategoryItem");
                xml.Attribute("TestCategory", requirement);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteStartElement("Execution");
        xml.Attribute("id", Execution(run, scenario));
        xml.WriteEndElement();
        xml.WriteStartElement("TestMethod");
        xml.Attribute("codeBase", file);
        xml.Attribute("adapterTypeName", Adapter);
        xml.Attribute("className", group.Replace('/', '.'));
        xml.Attribute("name", name);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, RunRecord run, ScenarioRecord scenario)
    {
        xml.WriteStartElement("TestEntry");
        xml.Attribute("testId", Test(scenario));
        xml.Attribute("executionId", Execution(run, scenario));
        xml.Attribute("testListId", NoList);
        xml.WriteEndElement();
    }

    private static void WriteList(XmlWriter xml, string name, string id)
    {
        xml.WriteStartElement("TestList");
        xml.Attribute("name", name);
        xml.Attribute("id", id);
        xml.WriteEndElement();
    }

    private static void WriteSummary(XmlWriter xml, RunRecord run)
    {
        var outcomes = run.Scenarios.CountBy(Outcome).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var result = RunOutcome.Of(run);
        xml.WriteStartElement("ResultSummary");
        xml.Attribute("outcome", outcomes.ContainsKey("Failed") || !run.Complete ? "Failed" : "Completed");
        xml.WriteStartElement("Counters");
        xml.Attribute("total", run.Scenarios.Count);
        xml.Attribute("executed", run.Scenarios.Count - outcomes.GetValueOrDefault("NotExecuted"));
        xml.Attribute("passed", outcomes.GetValueOrDefault("Passed"));
        xml.Attribute("failed", outcomes.GetValueOrDefault("Failed"));
        xml.Attribute("notExecuted", outcomes.GetValueOrDefault("NotExecuted"));
        xml.WriteEndElement();
        xml.WriteStartElement("Output");
        xml.Text("StdOut", string.Join('\n', run.Notes.Select(note => $"Note: {note}").Prepend($"{result.Word}. {result.Because}")));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Outcome(ScenarioRecord scenario) =>
        ScenarioText.IsSkipped(scenario) ? "NotExecuted"
        : scenario.Verdict is Verdict.Failed or Verdict.Flaky or Verdict.Error ? "Failed"
        : "Passed";

    private static string Test(ScenarioRecord scenario) => StableId.Guid(scenario.Id).ToString();

    private static string Execution(RunRecord run, ScenarioRecord scenario) => StableId.Guid(run.Id, scenario.Id).ToString();
}
