using System.Xml;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Xml;

namespace KmsiConformance.Reporting.JUnit;

/// <summary>One scenario as a test case, with at most one element in it: more than that Ant's schema does not take.</summary>
internal static class TestCase
{
    /// <summary>Whether it holds the scenario's protocol itself.</summary>
    public static bool HoldsProtocol(ScenarioRecord scenario) => Element(scenario) is "failure" or "error";

    /// <summary>Writes the test case; its name is the id's last part, which stays when a title is reworded.</summary>
    public static void Write(XmlWriter xml, RunReading reading, ScenarioRecord scenario)
    {
        var (group, name) = ScenarioText.Split(scenario.Id);
        xml.WriteStartElement("testcase");
        xml.Attribute("classname", group.Replace('/', '.'));
        xml.Attribute("name", name);
        xml.Attribute("time", JUnitReporter.Seconds(scenario.DurationMs));
        if (Element(scenario) is { } element)
        {
            xml.WriteStartElement(element);
            xml.Attribute("message", ScenarioText.Message(scenario));
            if (HoldsProtocol(scenario))
            {
                xml.Attribute("type", ScenarioText.Judged(scenario)?.Check ?? scenario.Verdict.Text());
                xml.Content(ScenarioText.Protocol(reading, scenario));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string? Element(ScenarioRecord scenario) =>
        ScenarioText.IsSkipped(scenario) ? "skipped"
        : scenario.Verdict is Verdict.Failed or Verdict.Flaky ? "failure"
        : scenario.Verdict == Verdict.Error ? "error"
        : null;
}
