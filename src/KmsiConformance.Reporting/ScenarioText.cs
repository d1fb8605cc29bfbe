using System.Text;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting;

/// <summary>What reports for build servers say of one scenario.</summary>
internal static class ScenarioText
{
    /// <summary>Whether it is neither a success nor a failure: it judged nothing, or is known to fail.</summary>
    public static bool IsSkipped(ScenarioRecord scenario) =>
        scenario.Verdict is Verdict.Inapplicable or Verdict.Skipped or Verdict.CantTell || scenario.Known is { StillSeen: true };

    /// <summary>The id up to its last part, and that part, which stays when a title is reworded.</summary>
    public static (string Group, string Name) Split(string id) =>
        id.LastIndexOf('/') is > 0 and var slash ? (id[..slash], id[(slash + 1)..]) : ("scenarios", id);

    /// <summary>The step that has the scenario's verdict; null where none has.</summary>
    public static StepRecord? Judged(ScenarioRecord scenario) => scenario.Steps.FirstOrDefault(step => step.Verdict == scenario.Verdict
        || (scenario.Verdict == Verdict.Flaky && step.Verdict == Verdict.Failed));

    /// <summary>What was expected and seen, or what else decided, on one line.</summary>
    public static string Message(ScenarioRecord scenario)
    {
        var step = Judged(scenario);
        var judged = step is { Expected: { } expected, Actual: { } actual } ? $"Expected: {expected}. Actual: {actual}" : null;
        return scenario.Verdict switch
        {
            Verdict.Failed when scenario.Known is { StillSeen: true } known => $"Known to fail: {known.Because}. {judged}",
            Verdict.Failed or Verdict.Warning => judged ?? scenario.Reason ?? "No step says why.",
            Verdict.Flaky => scenario.Reason ?? "No attempt says why.",
            Verdict.Error => scenario.Reason ?? judged ?? step?.Actual ?? "No step says why.",
            _ => $"{scenario.Verdict.Text()}: {scenario.Reason ?? judged ?? "no reason given"}",
        };
    }

    /// <summary>The file, with the line of the deciding step where there is one; null where nobody knows.</summary>
    public static string? Place(ScenarioRecord scenario) => scenario.Place() ?? scenario.File;

    /// <summary>The pictures that were taken, with what they show.</summary>
    public static IReadOnlyList<ScreenshotTaken> Pictures(RunReading reading, ScenarioRecord scenario) =>
        [.. reading.EventsOf(scenario).OfType<ScreenshotTaken>()];

    /// <summary>All that is known of it, as a test protocol.</summary>
    public static string Protocol(RunReading reading, ScenarioRecord scenario)
    {
        var text = new StringBuilder().Append(scenario.Title).Append('\n');
        text.Append("Requirements: ").AppendJoin(", ", scenario.About).Append('\n');
        if (Place(scenario) is { } place) text.Append("Place: ").Append(place).Append('\n');
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

        foreach (var picture in Pictures(reading, scenario))
            text.Append("Picture: ").Append(picture.File).Append(" (").Append(picture.Caption).Append(")\n");
        return text.ToString();
    }
}
