using System.Text;
using System.Xml;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.JUnit;

/// <summary>One scenario as a test case.</summary>
internal static class TestCase
{
    /// <summary>Whether it is neither a success nor a failure: it judged nothing, or is known to fail.</summary>
    public static bool IsSkipped(ScenarioRecord scenario) =>
        scenario.Verdict is Verdict.Inapplicable or Verdict.Skipped or Verdict.CantTell || scenario.Known is { StillSeen: true };

    /// <summary>Writes the test case; its name is the id's last segment, which stays when a title is reworded.</summary>
    public static void Write(XmlWriter xml, ScenarioRecord scenario)
    {
        var slash = scenario.Id.LastIndexOf('/');
        xml.WriteStartElement("testcase");
        JUnitReporter.Attribute(xml, "classname", slash > 0 ? scenario.Id[..slash].Replace('/', '.') : "scenarios");
        JUnitReporter.Attribute(xml, "name", scenario.Id[(slash + 1)..]);
        JUnitReporter.Attribute(xml, "time", JUnitReporter.Seconds(scenario.DurationMs));
        var protocol = Protocol(scenario);
        if (scenario.Known is { StillSeen: true }) WriteResult(xml, "skipped", scenario, text: null);
        else if (scenario.Verdict is Verdict.Failed or Verdict.Flaky) WriteResult(xml, "failure", scenario, protocol);
        else if (scenario.Verdict == Verdict.Error) WriteResult(xml, "error", scenario, protocol);
        else if (IsSkipped(scenario)) WriteResult(xml, "skipped", scenario, text: null);
        xml.WriteElementString("system-out", XmlText.Valid(protocol));
        xml.WriteEndElement();
    }

    private static void WriteResult(XmlWriter xml, string element, ScenarioRecord scenario, string? text)
    {
        var step = scenario.Steps.FirstOrDefault(step => step.Verdict == scenario.Verdict);
        xml.WriteStartElement(element);
        JUnitReporter.Attribute(xml, "message", Message(scenario, step));
        if (text is not null)
        {
            JUnitReporter.Attribute(xml, "type", step?.Check ?? scenario.Verdict.Text());
            xml.WriteString(XmlText.Valid(text));
        }
        xml.WriteEndElement();
    }

    private static string Message(ScenarioRecord scenario, StepRecord? step)
    {
        var judged = step is { Expected: { } expected, Actual: { } actual } ? $"Expected: {expected}. Actual: {actual}" : null;
        return scenario.Verdict switch
        {
            Verdict.Failed when scenario.Known is { StillSeen: true } known => $"Known to fail: {known.Because}. {judged}",
            Verdict.Failed => judged ?? scenario.Reason ?? "No step says why.",
            Verdict.Flaky => scenario.Reason ?? "No attempt says why.",
            Verdict.Error => scenario.Reason ?? judged ?? step?.Actual ?? "No step says why.",
            _ => $"{scenario.Verdict.Text()}: {scenario.Reason ?? judged ?? "no reason given"}",
        };
    }

    private static string Protocol(ScenarioRecord scenario)
    {
        var text = new StringBuilder().Append(scenario.Title).Append('\n');
        text.Append("Requirements: ").AppendJoin(", ", scenario.Requirements).Append('\n');
        if (scenario.Violates is { } violates) text.Append("Violates: ").Append(violates).Append('\n');
        if (scenario.Known is { } known) text.Append("Known failure: ").Append(known.Because).Append('\n');
        if (scenario.Policy is { } policy) text.Append("Policy: ").Append(policy).Append('\n');
        if (scenario.Reason is { } reason) text.Append(scenario.Verdict.Text()).Append(": ").Append(reason).Append('\n');
        for (var i = 0; i < scenario.Steps.Count; i++)
        {
            var step = scenario.Steps[i];
            text.Append(i + 1).Append(". ").Append(step.Text).Append(" [").Append(step.Verdict.Text()).Append("]\n");
            if (step.Expected is { } expected) text.Append("   Expected: ").Append(expected).Append('\n');
            if (step.Actual is { } actual) text.Append("   Actual: ").Append(actual).Append('\n');
            foreach (var sentence in step.Diagnosis ?? []) text.Append("   Seen in the browser: ").Append(sentence).Append('\n');
        }
        return text.ToString();
    }
}
