using System.Globalization;
using System.Text;
using System.Xml;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.JUnit;

/// <summary>
/// Writes <c>junit.xml</c> for continuous integration: a test suite per area of the catalogue, a test case per scenario.
/// FAILED is a failure, ERROR an error; INAPPLICABLE, SKIPPED and CANT_TELL are skipped; a WARNING passes with a note.
/// </summary>
public sealed class JUnitReporter : IReporter
{
    public string Name => "junit";

    public Task WriteAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = new Utf8Writer();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(text, settings)) WriteRun(xml, RunReading.Of(folder).Run);
        RunFolder.WriteWhole(folder.JUnitFile, text + "\n");
        return Task.CompletedTask;
    }

    private static void WriteRun(XmlWriter xml, RunRecord run)
    {
        xml.WriteStartElement("testsuites");
        Attribute(xml, "name", $"{run.Target.Name}, {run.Profile}");
        WriteCounts(xml, run.Scenarios, run.DurationMs);
        foreach (var area in run.Scenarios.GroupBy(scenario => AreaOf(scenario.Id), StringComparer.Ordinal))
        {
            xml.WriteStartElement("testsuite");
            Attribute(xml, "name", area.Key);
            WriteCounts(xml, [.. area], area.Sum(scenario => scenario.DurationMs));
            Attribute(xml, "timestamp", Wording.Iso(run.StartedUtc));
            WriteProperties(xml, run);
            foreach (var scenario in area) TestCase.Write(xml, scenario);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteProperties(XmlWriter xml, RunRecord run)
    {
        xml.WriteStartElement("properties");
        Property("run", run.Id);
        Property("profile", run.Profile);
        Property("target", run.Target.Name);
        Property("fault", run.Fault ?? "none");
        Property("browser", $"{run.Browser.Name} {run.Browser.Version}");
        Property("clock", run.Clock.Mode);
        xml.WriteEndElement();

        void Property(string name, string value)
        {
            xml.WriteStartElement("property");
            Attribute(xml, "name", name);
            Attribute(xml, "value", value);
            xml.WriteEndElement();
        }
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyCollection<ScenarioRecord> scenarios, long durationMs)
    {
        Attribute(xml, "tests", Number(scenarios.Count));
        Attribute(xml, "failures", Number(scenarios.Count(scenario =>
            scenario.Verdict is Verdict.Failed or Verdict.Flaky && !TestCase.IsSkipped(scenario))));
        Attribute(xml, "errors", Number(scenarios.Count(scenario => scenario.Verdict == Verdict.Error)));
        Attribute(xml, "skipped", Number(scenarios.Count(TestCase.IsSkipped)));
        Attribute(xml, "time", Seconds(durationMs));
    }

    private static string AreaOf(string id) => id.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? id[..end] : "scenarios";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Seconds(long milliseconds) => (milliseconds / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);

    internal static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, XmlText.Valid(value));

    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }
}
