using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting;

/// <summary>What the reporters read of a run folder.</summary>
/// <param name="Folder">Full path, for pictures.</param>
/// <param name="Run">The content of <c>run.json</c>.</param>
/// <param name="EventsByScenario">The events of the attempt that each scenario's result shows, in the order seen.</param>
public sealed record RunReading(
    string Folder, RunRecord Run, IReadOnlyDictionary<string, IReadOnlyList<Event>> EventsByScenario)
{
    /// <summary>The events of the attempt that a scenario's result shows; none when nothing was recorded.</summary>
    public IReadOnlyList<Event> EventsOf(ScenarioRecord scenario) =>
        EventsByScenario.TryGetValue(scenario.Id, out var events) ? events : [];

    /// <summary>Reads <c>run.json</c> and <c>events.ndjson</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no <c>run.json</c>.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be; the message names it.</exception>
    public static RunReading Of(RunFolder folder) =>
        Of(folder, folder.ReadRun());

    private static RunReading Of(RunFolder folder, RunRecord run)
    {
        var shown = run.Scenarios.Where(scenario => scenario.Shown is not null)
            .ToDictionary(scenario => scenario.Id, scenario => scenario.Shown, StringComparer.Ordinal);
        return new(folder.Path, run, folder.ReadAttempts().ToDictionary(
            pair => pair.Key, pair => Shown(pair.Value, shown.GetValueOrDefault(pair.Key)), StringComparer.Ordinal));
    }

    /// <summary>The events of the attempt that a result shows; one that was cut has the number of the one that took its place.</summary>
    /// <param name="attempts">All attempts at one scenario; at least one.</param>
    /// <param name="number">Which one the result names; null where it names none.</param>
    internal static IReadOnlyList<Event> Shown(IReadOnlyList<IReadOnlyList<Event>> attempts, int? number) =>
        attempts.LastOrDefault(events => events.OfType<WorldReady>().FirstOrDefault()?.Attempt == number) ?? attempts[^1];
}
