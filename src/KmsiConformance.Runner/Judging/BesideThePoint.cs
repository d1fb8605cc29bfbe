using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets;

namespace KmsiConformance.Runner.Judging;

/// <summary>
/// What becomes of scenarios in which an invariant was violated. Where a scenario that asks for the same has found it already, it is not
/// said again of all the others: one product that never does something would have no verdict left but that.
/// </summary>
/// <param name="suite">The scenarios folder.</param>
internal sealed class BesideThePoint(ScenarioSuite suite)
{
    /// <summary>The results of a run, each with the violation that decides it, if one does.</summary>
    /// <param name="scenarios">All of them, as their own steps decided or as they were told before.</param>
    public IReadOnlyList<ScenarioRecord> Told(IReadOnlyList<ScenarioRecord> scenarios)
    {
        List<ScenarioRecord> own = [.. scenarios.Select(Own)];
        var known = own.Where(scenario => scenario.Verdict is Verdict.Failed or Verdict.Warning or Verdict.Flaky)
            .SelectMany(scenario => scenario.Deciding()?.Check?.Split(", ") ?? []).ToHashSet(StringComparer.Ordinal);
        return [.. own.Select(scenario => Violation(scenario, known) is { } step ? Told(scenario, step) : scenario)];
    }

    // As its own steps decided, whatever was told of it before.
    private ScenarioRecord Own(ScenarioRecord scenario)
    {
        if (scenario.Own is not { } verdict) return scenario;
        var own = scenario with { Verdict = verdict, Reason = scenario.OwnReason, Violated = null, Own = null, OwnReason = null };
        return own with { Violates = Violates(verdict, own.Requirements), Known = KnownBy(own, own.Deciding()) };
    }

    private string? Violates(Verdict verdict, IReadOnlyList<string> requirements) =>
        Levels.Violated(verdict, [.. requirements.Select(id => suite.Requirements[id])]);

    private static KnownFailureRecord? KnownBy(ScenarioRecord scenario, StepRecord? deciding) =>
        scenario.Known is not { Seen: { } seen } known ? scenario.Known
            : known with { StillSeen = new KnownFailure(seen, known.Because).IsThis(scenario.Verdict, deciding?.Actual) };

    // Something that must never be weighs more than what nobody could tell. What is only recommended is told beside the verdict, unless
    // it is the very thing that the scenario is about.
    private static StepRecord? Violation(ScenarioRecord scenario, HashSet<string> known) =>
        scenario.Verdict is Verdict.Failed or Verdict.Flaky or Verdict.Error || scenario.ParkedUntil is not null ? null
            : scenario.Steps.FirstOrDefault(step =>
                step is { Violated: not null, Verdict: Verdict.Failed, Check: { } check } && !known.Contains(check))
            ?? (scenario.Verdict == Verdict.Passed ? scenario.Steps.FirstOrDefault(step => IsAbout(scenario, step)) : null);

    /// <summary>Whether a scenario assesses what was violated in one of its steps.</summary>
    public static bool IsAbout(ScenarioRecord scenario, StepRecord step) =>
        step.Violated?.Intersect(scenario.Requirements, StringComparer.Ordinal).Any() == true;

    private ScenarioRecord Told(ScenarioRecord scenario, StepRecord step)
    {
        var reason = ScenarioJudge.ReasonOf(step);
        var told = scenario with
        {
            Verdict = step.Verdict,
            Violated = step.Violated,
            Own = scenario.Verdict,
            OwnReason = scenario.Reason,
            Reason = $"Whatever the scenario is about: {char.ToLowerInvariant(reason[0])}{reason[1..]}",
            Violates = Violates(step.Verdict, step.Violated!),
        };
        return told with { Known = KnownBy(told, step) };
    }
}
