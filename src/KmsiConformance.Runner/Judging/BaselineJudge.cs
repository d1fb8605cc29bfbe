using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Baselines;

namespace KmsiConformance.Runner.Judging;

/// <summary>Holds a run against the results that are lived with.</summary>
public static class BaselineJudge
{
    /// <summary>The run, in which what is lived with is known, and which says what is out of date in the baseline.</summary>
    /// <param name="suite">The scenarios folder.</param>
    /// <param name="today">The day that is asked about.</param>
    public static RunRecord Of(ScenarioSuite suite, RunRecord run, Baseline baseline, DateOnly today)
    {
        var about = baseline.Entries.Where(entry => entry.IsAbout(run)).ToList();
        var scenarios = run.Scenarios.Select(scenario => about.Find(entry => entry.Covers(scenario)) is { } entry
            ? scenario with
            {
                Known = new KnownFailureRecord(entry.Because, StillSeen: true) { Place = $"{baseline.Name}:{entry.Line}" },
            }
            : scenario).ToList();
        return run with
        {
            Scenarios = scenarios,
            Baseline = new BaselineRecord(
                baseline.Name,
                [.. about.Select(entry => (entry, Why: OutOfDate(suite, run, entry, today))).Where(pair => pair.Why is not null)
                    .Select(pair => $"{baseline.Name}:{pair.entry.Line}: {pair.entry.Scenarios} {pair.Why}")]),
        };
    }

    /// <summary>Entries that the run has shown to be true no longer: what they name has run, and nothing of it ended so.</summary>
    public static IReadOnlyList<BaselineEntry> Mended(RunRecord run, Baseline baseline) =>
        [.. baseline.Entries.Where(entry => entry.IsAbout(run) && IsMended(run, entry))];

    private static string? OutOfDate(ScenarioSuite suite, RunRecord run, BaselineEntry entry, DateOnly today) =>
        !suite.Scenarios.Any(scenario => entry.Names(scenario.Id)) && !run.Scenarios.Any(scenario => entry.Names(scenario.Id))
            ? "names no scenario: correct it, or take it out"
        : entry.Until < today ? $"was lived with until {entry.Until:yyyy-MM-dd}: mend it, or say until when else and why"
        : IsMended(run, entry) ? $"is {entry.Verdict.Text()} no longer as it says: take it out ('kmsi baseline prune')"
        : null;

    private static bool IsMended(RunRecord run, BaselineEntry entry)
    {
        var ran = run.Scenarios.Where(scenario => entry.Names(scenario.Id)
            && scenario.Verdict is not (Verdict.Skipped or Verdict.Inapplicable or Verdict.Error)).ToList();
        return ran.Count > 0 && !ran.Exists(entry.Covers);
    }
}
