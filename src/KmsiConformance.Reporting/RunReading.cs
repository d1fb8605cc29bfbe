using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting;

/// <summary>What the reporters read of a run folder.</summary>
/// <param name="Folder">Full path, for pictures.</param>
/// <param name="Run">The content of <c>run.json</c>.</param>
/// <param name="EventsByScenario">The events of each scenario's last attempt, in the order seen.</param>
public sealed record RunReading(
    string Folder, RunRecord Run, IReadOnlyDictionary<string, IReadOnlyList<Event>> EventsByScenario)
{
    /// <summary>The events of a scenario's last attempt; none when nothing was recorded.</summary>
    public IReadOnlyList<Event> EventsOf(ScenarioRecord scenario) =>
        EventsByScenario.TryGetValue(scenario.Id, out var events) ? events : [];

    /// <summary>Reads <c>run.json</c> and <c>events.ndjson</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no <c>run.json</c>.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be; the message names it.</exception>
    public static RunReading Of(RunFolder folder) =>
        new(folder.Path, folder.ReadRun(), folder.ReadLastAttempts());
}
