using System.Globalization;
using System.Text;
using System.Xml;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Xml;

namespace KmsiConformance.Reporting.JUnit;

/// <summary>
/// Writes <c>junit.xml</c> for continuous integration: a test suite per area of the catalogue, a test case per scenario.
/// FAILED is a failure, ERROR an error; INAPPLICABLE, SKIPPED and CANT_TELL are skipped; a WARNING passes with a note.
/// </summary>
/// <remarks>
/// It holds only what the schemas of Jenkins and of Ant both allow: nothing is said of all suites together, and what a test case may
/// not say (file, line, requirements, pictures) stands in the properties of its suite, named after the scenario.
/// </remarks>
public sealed class JUnitReporter : TextReporter
{
    // Jenkins writes it before the suite's name.
    private const string Package = "kmsi";

    // The record does not tell the machine, and the schema names this for such a case.
    private const string Host = "localhost";

    public override string Name => "junit";

    public override string FileIn(RunFolder folder) => folder.JUnitFile;

    protected override string Of(RunReading reading) => XmlReport.Of(xml =>
    {
        xml.WriteStartElement("testsuites");
        var areas = reading.Run.Scenarios.GroupBy(scenario => AreaOf(scenario.Id), StringComparer.Ordinal);
        foreach (var (index, area) in areas.Index()) WriteSuite(xml, reading, index, area.Key, [.. area]);
        xml.WriteEndElement();
    });

    private static void WriteSuite(XmlWriter xml, RunReading reading, int index, string area, IReadOnlyList<ScenarioRecord> scenarios)
    {
        xml.WriteStartElement("testsuite");
        xml.Attribute("name", area);
        xml.Attribute("package", Package);
        xml.Attribute("id", index);
        xml.Attribute("hostname", Host);
        xml.Attribute("timestamp", WithoutZone(reading.Run.StartedUtc));
        xml.Attribute("tests", scenarios.Count);
        xml.Attribute("failures", scenarios.Count(scenario =>
            scenario.Verdict is Verdict.Failed or Verdict.Flaky && !ScenarioText.IsSkipped(scenario)));
        xml.Attribute("errors", scenarios.Count(scenario => scenario.Verdict == Verdict.Error));
        xml.Attribute("skipped", scenarios.Count(ScenarioText.IsSkipped));
        xml.Attribute("time", Seconds(scenarios.Sum(scenario => scenario.DurationMs)));
        WriteProperties(xml, reading, scenarios);
        foreach (var scenario in scenarios) TestCase.Write(xml, reading, scenario);
        xml.Text("system-out", Protocols(reading, scenarios));
        xml.Text("system-err", "");
        xml.WriteEndElement();
    }

    private static void WriteProperties(XmlWriter xml, RunReading reading, IReadOnlyList<ScenarioRecord> scenarios)
    {
        var run = reading.Run;
        xml.WriteStartElement("properties");
        Property("run", run.Id);
        Property("profile", run.Profile);
        Property("target", run.Target.Name);
        Property("fault", run.Fault ?? "none");
        Property("browser", $"{run.Browser.Name} {run.Browser.Version}");
        Property("clock", run.Clock.Mode);
        foreach (var scenario in scenarios)
        {
            Property($"{scenario.Id}.requirements", string.Join(", ", scenario.About));
            if (scenario.File is { } file) Property($"{scenario.Id}.file", file);
            if (scenario.Deciding()?.Line is { } line) Property($"{scenario.Id}.line", line.ToString(CultureInfo.InvariantCulture));
            var pictures = ScenarioText.Pictures(reading, scenario);
            if (pictures.Count > 0) Property($"{scenario.Id}.evidence", string.Join(", ", pictures.Select(picture => picture.File)));
        }

        xml.WriteEndElement();

        void Property(string name, string value)
        {
            xml.WriteStartElement("property");
            xml.Attribute("name", name);
            xml.Attribute("value", value);
            xml.WriteEndElement();
        }
    }

    // Of a failure the protocol stands in the failure itself.
    private static string Protocols(RunReading reading, IReadOnlyList<ScenarioRecord> scenarios)
    {
        var text = new StringBuilder();
        foreach (var scenario in scenarios.Where(scenario => !TestCase.HoldsProtocol(scenario)))
            text.Append(scenario.Verdict.Text()).Append(' ').Append(scenario.Id).Append('\n')
                .Append(ScenarioText.Protocol(reading, scenario)).Append('\n');
        return text.ToString();
    }

    private static string AreaOf(string id) => id.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? id[..end] : "scenarios";

    private static string WithoutZone(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    internal static string Seconds(long milliseconds) => (milliseconds / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
}
