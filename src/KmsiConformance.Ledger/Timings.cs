using System.Globalization;
using System.Text.Json;

namespace KmsiConformance.Ledger;

/// <summary>
/// How long scenarios took, by browser: a small file that users keep beside their target file, so that machines share the work evenly and
/// begin with what takes longest.
/// </summary>
/// <param name="ByBrowser">Milliseconds of real time, by browser and scenario.</param>
public sealed record Timings(IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> ByBrowser)
{
    private static readonly JsonSerializerOptions Sorted = new(RunFolder.Json) { WriteIndented = true };

    /// <summary>Nothing is known.</summary>
    public static readonly Timings None = new(new Dictionary<string, IReadOnlyDictionary<string, long>>(StringComparer.Ordinal));

    /// <summary>Those of a browser; empty where nothing is known of it.</summary>
    public IReadOnlyDictionary<string, long> Of(string browser) =>
        ByBrowser.GetValueOrDefault(browser) ?? new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Reads the file.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">It is not what <see cref="Write"/> writes.</exception>
    public static Timings Read(string file)
    {
        if (!File.Exists(file))
            throw new FileNotFoundException($"There is no {file}. 'kmsi timings RUN --out {file}' writes it from a run.", file);
        try
        {
            var read = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, long>>>(RecordReading.Text(file), RunFolder.Json)!;
            if (read.Values.FirstOrDefault(times => times.Values.Any(time => time < 0)) is not null)
                throw new JsonException("a duration is negative");
            return new Timings(read.ToDictionary(
                pair => pair.Key, IReadOnlyDictionary<string, long> (pair) => pair.Value, StringComparer.Ordinal));
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException(
                $"{file} cannot be read: {wrong.Message} Expected {{ \"chromium\": {{ \"sign-out/some-scenario\": 1850 }} }}, in "
                + "milliseconds, as 'kmsi timings' writes it.", wrong);
        }
    }

    /// <summary>These with what runs have shown: the median where several show the same scenario.</summary>
    public Timings With(IEnumerable<RunRecord> runs)
    {
        var all = ByBrowser.ToDictionary(
            pair => pair.Key, pair => new SortedDictionary<string, long>(pair.Value.ToDictionary(), StringComparer.Ordinal),
            StringComparer.Ordinal);
        foreach (var (browser, scenario, times) in runs
            .SelectMany(run => run.Scenarios.Where(HasRun).Select(scenario => (run.Browser.Name, Scenario: scenario)))
            .GroupBy(one => (one.Name, one.Scenario.Id), one => one.Scenario.DurationMs / Math.Max(1, one.Scenario.Attempts))
            .Select(group => (group.Key.Name, group.Key.Id, group.Order().ToList())))
        {
            if (!all.TryGetValue(browser, out var known))
                all[browser] = known = new SortedDictionary<string, long>(StringComparer.Ordinal);
            known[scenario] = times[times.Count / 2];
        }

        return new Timings(all.ToDictionary(
            pair => pair.Key, IReadOnlyDictionary<string, long> (pair) => pair.Value, StringComparer.Ordinal));
    }

    /// <summary>Writes the file, whole or not at all; equal timings give equal bytes.</summary>
    public void Write(string file) => RunFolder.WriteWhole(file, JsonSerializer.Serialize(
        new SortedDictionary<string, SortedDictionary<string, long>>(
            ByBrowser.ToDictionary(
                pair => pair.Key, pair => new SortedDictionary<string, long>(pair.Value.ToDictionary(), StringComparer.Ordinal)),
            StringComparer.Ordinal),
        Sorted) + "\n");

    /// <summary>In words, for example <c>312 of chromium</c>.</summary>
    public override string ToString() => string.Join(
        ", ", ByBrowser.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value.Count} of {pair.Key}")));

    // What was not played took no time, and says nothing of how long it would have taken.
    private static bool HasRun(ScenarioRecord scenario) => scenario.Verdict is not (Verdict.Inapplicable or Verdict.Skipped);
}
