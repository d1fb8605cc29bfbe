using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Comparing;

/// <summary>What changed from one run to a later one.</summary>
/// <param name="Comparable">False where differences may come from how the runs were made; the warnings say why.</param>
/// <param name="Warnings">What is not the same in both.</param>
/// <param name="Scenarios">Every scenario of either run, what asks for most attention first.</param>
/// <param name="Counts">Scenarios per change, and how many were <c>renamed</c>; every change is present.</param>
public sealed record RunDiff(
    ComparedRun Before, ComparedRun After, bool Comparable, IReadOnlyList<string> Warnings, IReadOnlyList<ScenarioChange> Scenarios,
    IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>Compares two run folders.</summary>
    /// <exception cref="FileNotFoundException">One is no run folder.</exception>
    /// <exception cref="InvalidDataException">A <c>run.json</c> is not what it should be.</exception>
    public static RunDiff Of(RunFolder before, RunFolder after)
    {
        var (was, now) = (before.ReadRun(), after.ReadRun());
        var comparability = Comparability.Of(was, now);
        List<ScenarioChange> scenarios =
            [.. Compared(was, now).OrderBy(scenario => scenario.Change).ThenBy(scenario => scenario.Id, StringComparer.Ordinal)];
        var counts = Enum.GetValues<Change>().ToDictionary(
            change => change.Text(), change => scenarios.Count(scenario => scenario.Change == change), StringComparer.Ordinal);
        counts["renamed"] = scenarios.Count(scenario => scenario.FormerId is not null);
        return new(
            ComparedRun.Of(before.Path, was), ComparedRun.Of(after.Path, now), comparability.Comparable, comparability.Warnings, scenarios,
            counts);
    }

    /// <summary>The scenarios of one class.</summary>
    public IReadOnlyList<ScenarioChange> Of(Change change) => [.. Scenarios.Where(scenario => scenario.Change == change)];

    /// <summary>Those that only have another name.</summary>
    public IReadOnlyList<ScenarioChange> RenamedAlone() =>
        [.. Of(Change.Unchanged).Where(scenario => scenario.FormerId is not null)];

    /// <summary>What it comes to, in one word: the headline of every form.</summary>
    public string Word() => Of(Change.NewlyFailing).Count > 0 ? "Newly failing"
        : Scenarios.Any(scenario => scenario.Change is not (Change.Unchanged or Change.StillFailing)) ? "Changed, nothing newly failing"
        : "Nothing changed";

    /// <summary>The counts in one sentence, without what there is none of.</summary>
    public string Sentence()
    {
        var parts = Enum.GetValues<Change>().Select(change => (change, Count: Of(change).Count)).Where(part => part.Count > 0)
            .Select(part => $"{part.Count} {part.change.Words()}").ToList();
        if (Counts["renamed"] is > 0 and var renamed) parts.Add($"{renamed} renamed among them");
        return parts.Count == 0 ? "Neither run has a scenario." : $"{string.Join(", ", parts)}.";
    }

    private static IEnumerable<ScenarioChange> Compared(RunRecord before, RunRecord after)
    {
        var was = ById(before);
        var now = ById(after);
        var (planned, plannedNow) = (Planned(before), Planned(after));
        foreach (var id in was.Keys.Intersect(now.Keys, StringComparer.Ordinal)) yield return ScenarioChange.Of(was[id], now[id]);

        // One that a run was to have is neither new nor gone.
        foreach (var (id, scenario) in was)
            if (!now.ContainsKey(id) && plannedNow.Contains(id)) yield return ScenarioChange.Of(scenario, null, planned: true);
        foreach (var (id, scenario) in now)
            if (!was.ContainsKey(id) && planned.Contains(id)) yield return ScenarioChange.Of(null, scenario, planned: true);

        List<ScenarioRecord> gone = [.. was.Values.Where(old => !now.ContainsKey(old.Id) && !plannedNow.Contains(old.Id))];
        List<ScenarioRecord> added = [.. now.Values.Where(one => !was.ContainsKey(one.Id) && !planned.Contains(one.Id))];
        var renamed = Renames.Of(gone, added);
        foreach (var (old, @new) in renamed) yield return ScenarioChange.Of(old, @new);
        foreach (var scenario in gone.Except(renamed.Select(pair => pair.Before))) yield return ScenarioChange.Of(scenario, null);
        foreach (var scenario in added.Except(renamed.Select(pair => pair.After))) yield return ScenarioChange.Of(null, scenario);
    }

    // A file that was edited may have an id twice: the last one counts, as in a run that goes on.
    private static Dictionary<string, ScenarioRecord> ById(RunRecord run)
    {
        var byId = new Dictionary<string, ScenarioRecord>(StringComparer.Ordinal);
        foreach (var scenario in run.Scenarios) byId[scenario.Id] = scenario;
        return byId;
    }

    private static HashSet<string> Planned(RunRecord run) =>
        run.Complete || run.Plan is null ? [] : [.. run.Plan.Scenarios];
}
