using KmsiConformance.Ledger;
using KmsiConformance.Suite;

namespace KmsiConformance.Runner.Judging;

/// <summary>What the results of scenarios say together.</summary>
public static class RunResult
{
    private const string AboutElse = "which is about something else.";

    /// <summary>The record of a run with these results.</summary>
    /// <param name="suite">The scenarios folder.</param>
    /// <param name="head">Everything else; its results, and what was concluded from them, are left out.</param>
    public static RunRecord Of(ScenarioSuite suite, RunRecord head, IReadOnlyList<ScenarioRecord> scenarios)
    {
        scenarios = new BesideThePoint(suite).Told(scenarios);
        var run = (head with { Requirements = [.. Requirements(suite, scenarios)] }).With(scenarios);
        return run with
        {
            Conflicts = SeenSides.Of(suite, head.Profile, run.Scenarios),
            Notes =
            [
                .. head.Notes.Except(head.Scenarios.Select(Surprise).OfType<string>(), StringComparer.Ordinal)
                    .Where(note => !note.EndsWith(AboutElse, StringComparison.Ordinal)),
                .. run.Scenarios.Select(Surprise).OfType<string>(),
                .. Slips(run.Scenarios),
            ],
        };
    }

    /// <summary>The requirements that are assessed by scenarios of which nothing is known yet.</summary>
    public static IReadOnlyList<RequirementRecord> Asked(ScenarioSuite suite, string profile, IReadOnlyList<Scenario> scenarios) =>
    [
        .. scenarios
            .SelectMany(scenario => suite.Assessed(scenario, profile).Select(requirement => (requirement.Id, Scenario: scenario.Id)))
            .GroupBy(pair => pair.Id, pair => pair.Scenario, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Record(suite.Requirements[group.Key], group.Order(StringComparer.Ordinal))),
    ];

    // What is only recommended, and was seen where a scenario is about something else, is told once.
    private static IEnumerable<string> Slips(IReadOnlyList<ScenarioRecord> scenarios) =>
        from scenario in scenarios
        from step in scenario.Steps
        where step is { Violated: not null, Verdict: Verdict.Warning } && !BesideThePoint.IsAbout(scenario, step)
        group (scenario, step) by (step.Check, Ids: string.Join(", ", step.Violated!)) into slips
        let first = slips.First()
        orderby slips.Key.Ids, slips.Key.Check
        select $"Not always as recommended ({slips.Key.Ids}): expected {first.step.Expected}, saw {first.step.Actual}, first in "
            + $"{first.scenario.Id} (step {first.scenario.Steps.ToList().IndexOf(first.step) + 1}), {AboutElse}";

    // An expectation that is no longer true hides the next failure.
    private static string? Surprise(ScenarioRecord scenario) => scenario switch
    {
        { Known.StillSeen: false, Verdict: Verdict.Passed } =>
            $"{scenario.Id} passed, and the target file expects it to fail ({scenario.Known.Because}). Take it out of 'known'.",
        { Known.StillSeen: false, Verdict: Verdict.Failed } =>
            $"{scenario.Id} failed otherwise than 'known' in the target file says.",
        _ => null,
    };

    private static IEnumerable<RequirementRecord> Requirements(ScenarioSuite suite, IReadOnlyList<ScenarioRecord> scenarios) =>
        scenarios
            .SelectMany(scenario => scenario.Requirements.Concat(scenario.Steps.SelectMany(step => step.Violated ?? []))
                .Distinct(StringComparer.Ordinal).Select(id => (Id: id, Scenario: scenario.Id)))
            .GroupBy(pair => pair.Id, pair => pair.Scenario, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Record(suite.Requirements[group.Key], group.Order(StringComparer.Ordinal)));

    private static RequirementRecord Record(Requirement requirement, IEnumerable<string> scenarios) => new()
    {
        Id = requirement.Id,
        Verdict = Verdict.Skipped,
        Level = requirement.Level,
        Basis = requirement.Basis,
        Text = requirement.Text,
        Source = $"{requirement.Document}, {requirement.Section}",
        Area = requirement.Area,
        Scenarios = [.. scenarios],
    };
}
