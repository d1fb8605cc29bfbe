using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Comparing;

/// <summary>
/// Finds scenarios that have another id in the later run: their steps are the same, or nearly, and no other scenario fits as well.
/// </summary>
internal static class Renames
{
    private const double Nearly = 0.8;

    // Where the title or the last part of the id is kept, more of the steps may have changed.
    private const double Akin = 0.5;

    // Plans of scenarios are short: what is longer has to be the same.
    private const int LongestCompared = 200;

    /// <summary>The pairs that belong together.</summary>
    /// <param name="gone">Those that only the earlier run has.</param>
    /// <param name="added">Those that only the later run has.</param>
    public static IReadOnlyList<(ScenarioRecord Before, ScenarioRecord After)> Of(
        IReadOnlyList<ScenarioRecord> gone, IReadOnlyList<ScenarioRecord> added)
    {
        var before = gone.Select(scenario => new Plan(scenario)).Where(plan => plan.Steps.Length > 0).ToList();
        var after = added.Select(scenario => new Plan(scenario)).Where(plan => plan.Steps.Length > 0).ToList();
        var close = (from old in before
                     from renamed in after
                     let likeness = Likeness(old, renamed)
                     where likeness is not null
                     select (Old: old, New: renamed, Likeness: likeness.Value)).ToList();
        var bestOfOld = close.GroupBy(pair => pair.Old).ToDictionary(pairs => pairs.Key, pairs => Best(pairs, pair => pair.New));
        var bestOfNew = close.GroupBy(pair => pair.New).ToDictionary(pairs => pairs.Key, pairs => Best(pairs, pair => pair.Old));
        return
        [
            .. bestOfOld.Where(pair => pair.Value is { } renamed && bestOfNew[renamed] == pair.Key)
                .Select(pair => (pair.Key.Scenario, pair.Value!.Scenario)),
        ];
    }

    // One that is as good as another is none.
    private static Plan? Best(
        IEnumerable<(Plan Old, Plan New, (double, int) Likeness)> pairs, Func<(Plan Old, Plan New, (double, int)), Plan> other)
    {
        var ordered = pairs.OrderByDescending(pair => pair.Likeness).Take(2).ToList();
        return ordered.Count == 1 || ordered[0].Likeness != ordered[1].Likeness ? other(ordered[0]) : null;
    }

    private static (double Steps, int Kept)? Likeness(Plan old, Plan renamed)
    {
        var isSame = old.Steps.AsSpan().SequenceEqual(renamed.Steps);
        var kept = (old.Scenario.Title == renamed.Scenario.Title ? 1 : 0) + (old.Name == renamed.Name ? 1 : 0);
        var least = isSame ? 1 : kept > 0 ? Akin : Nearly;
        var steps = isSame ? 1 : Shared(old.Steps, renamed.Steps, least);
        if (steps < least) return null;

        // A failure that only looks like another one's is a new one.
        if (!isSame && old.Scenario.Verdict == Verdict.Failed && renamed.Scenario.Verdict == Verdict.Failed
            && DecidedBy.Of(old.Scenario) != DecidedBy.Of(renamed.Scenario))
            return null;
        return (steps, kept + (old.Scenario.Policy == renamed.Scenario.Policy ? 1 : 0));
    }

    // How much of the longer plan the two have in common, in the same order.
    private static double Shared(string[] one, string[] other, double least)
    {
        var longer = Math.Max(one.Length, other.Length);
        if (longer > LongestCompared || Math.Min(one.Length, other.Length) < least * longer) return 0;
        var row = new int[other.Length + 1];
        foreach (var step in one)
        {
            var diagonal = 0;
            for (var at = 1; at < row.Length; at++)
            {
                var above = row[at];
                row[at] = step == other[at - 1] ? diagonal + 1 : Math.Max(above, row[at - 1]);
                diagonal = above;
            }
        }

        return (double)row[^1] / longer;
    }

    private sealed class Plan(ScenarioRecord scenario)
    {
        public ScenarioRecord Scenario => scenario;

        public string[] Steps { get; } = [.. scenario.Steps.Select(step => DecidedBy.Same(step.Text))];

        public string Name { get; } = scenario.Id[(scenario.Id.LastIndexOf('/') + 1)..];
    }
}
