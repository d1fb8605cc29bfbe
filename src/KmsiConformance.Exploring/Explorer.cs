using System.Diagnostics;
using System.Globalization;
using KmsiConformance.Exploring.Journeys;
using KmsiConformance.Exploring.Shrinking;
using KmsiConformance.Exploring.Writing;
using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Exploring;

/// <summary>
/// Plays random journeys against a target and holds what is seen against the documents. What differs is made as short as it can
/// be.
/// </summary>
/// <param name="run">How scenarios are run; the scenarios in it are not looked at.</param>
/// <param name="ground">Where journeys are played.</param>
/// <param name="seed">Where chance begins.</param>
public sealed class Explorer(RunOptions run, Ground ground, int seed)
{
    // Played together: enough to keep all workers busy, few enough to be able to stop.
    private const int Batch = 32;

    // What is written here fits the schema; what leaves the house is held to it.
    private readonly ScenarioReader _reader = new(schema: null, [ground.Profile]);
    private readonly SchemaCheck _schema = SchemaCheck.Read(Path.Combine(run.Suite.Folder, "scenario.schema.json"));

    private readonly Profile _profile = run.Suite.Profiles.First(profile => profile.Id == ground.Profile);
    private readonly Dictionary<string, Difference> _differences = new(StringComparer.Ordinal);
    private readonly List<(int Number, string Reason)> _untold = [];
    private readonly List<(int Number, string Reason)> _broken = [];

    /// <summary>How many shorter journeys are tried for one difference; 0 leaves it as long as it is.</summary>
    public int MostTries { get; init; } = 600;

    /// <summary>Explores until somebody says that it is enough.</summary>
    /// <param name="isEnough">Asked before each batch with the number of journeys so far.</param>
    /// <param name="progress">Told after each batch: journeys, steps, and differences so far.</param>
    /// <param name="most">The most journeys.</param>
    /// <exception cref="OperationCanceledException">It was interrupted; there is no result.</exception>
    public async Task<Explored> ExploreAsync(
        Func<int, bool> isEnough, Action<int, int, int> progress, int most, CancellationToken cancellation)
    {
        var real = Stopwatch.StartNew();
        var guide = new Guide(ground, seed);
        var (journeys, steps) = (0, 0);
        while (journeys < most && !isEnough(journeys))
        {
            var batch = Enumerable.Range(0, Math.Min(Batch, most - journeys)).Select(_ => guide.Next()).ToList();
            var records = await PlayAsync(batch, cancellation);
            for (var index = 0; index < batch.Count; index++)
            {
                steps += records[index].Record.Steps.Count(step => step.Verdict != Verdict.Skipped);
                await LookAsync(journeys + index + 1, batch[index], records[index], cancellation);
            }

            journeys += batch.Count;
            progress(journeys, steps, _differences.Count);
        }

        return new Explored(
            seed, journeys, steps, real.Elapsed, [.. _differences.Values.OrderBy(one => one.Number)], _untold, _broken, guide.Coverage);
    }

    /// <summary>Explores until something differs; null when nothing does.</summary>
    /// <param name="most">The most journeys.</param>
    /// <exception cref="OperationCanceledException">It was interrupted; there is no result.</exception>
    public async Task<Difference?> FirstAsync(int most, CancellationToken cancellation)
    {
        var explored = await ExploreAsync(_ => _differences.Count > 0, (_, _, _) => { }, most, cancellation);
        return explored.Differences is [var first, ..] ? first : null;
    }

    private async Task LookAsync(int number, Journey journey, Result result, CancellationToken cancellation)
    {
        var reason = result.Record.Reason ?? result.Record.Verdict.Text();
        switch (result.Record.Verdict)
        {
            case Verdict.Passed when !result.IsRed:
                return;
            case Verdict.Passed or Verdict.Failed or Verdict.Warning:
                break;
            case Verdict.CantTell or Verdict.Inapplicable or Verdict.Skipped:
                _untold.Add((number, reason));
                return;
            default:
                _broken.Add((number, reason));
                return;
        }

        var kind = Kind(journey, result);
        if (_differences.TryGetValue(kind, out var known))
        {
            known.Others++;
            return;
        }

        _differences[kind] = await ShortestAsync(number, journey, result, cancellation);
    }

    // What comes after the act that shows the difference was never played.
    private async Task<Difference> ShortestAsync(int number, Journey journey, Result result, CancellationToken cancellation)
    {
        var (length, kind, tried) = (journey.Acts.Count, Kind(journey, result), 0);
        var (shortest, shown) = (journey with { Acts = [.. journey.Acts.Take(result.Act + 1)] }, result);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var found = true; found && tried < MostTries;)
        {
            found = false;
            var untried = Shrinker.Simpler(shortest).Where(simpler => seen.Add(JourneyText.Of(simpler, "", []).Text));
            foreach (var chunk in untried.Chunk(run.Workers * 2))
            {
                tried += chunk.Length;
                var records = await PlayAsync(chunk, cancellation);
                var first = Alike(chunk, records, kind);
                if (first < 0)
                {
                    if (tried >= MostTries) break;
                    continue;
                }

                (shortest, shown) = (chunk[first] with { Acts = [.. chunk[first].Acts.Take(records[first].Act + 1)] }, records[first]);
                found = true;
                break;
            }
        }

        var because = shown.Because;
        var text = JourneyText.Of(
            shortest, OneLine(shown.Record.Steps[shown.Step].Expected ?? "What the documents say is seen"),
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Found by exploring: profile {ground.Profile}, seed {seed}, journey {number}, "
                    + $"shortened from {length} acts to {shortest.Acts.Count}."),
                "The last step is the one that failed.",
            ],
            (shown.Step, because));
        if (_schema.Check(YamlFile.Parse(text.Text, "journey.yaml")) is { Count: > 0 } problems) throw new SuiteException(problems);
        return new Difference(number, shortest, because, shown.Check, OneLine(shown.Reason), length, text.Text)
        {
            Tried = tried,
        };
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Alike(Journey[] journeys, List<Result> results, string kind) =>
        results.Select((result, index) => (result, index))
            .Where(one => one.result.IsRed && Kind(journeys[one.index], one.result) == kind)
            .Select(one => one.index).DefaultIfEmpty(-1).First();

    // The same check, turned red by the same kind of act for the same requirements.
    private static string Kind(Journey journey, Result result) =>
        $"{result.Check} {journey.Acts[result.Act].Act.GetType().Name} {string.Join(' ', result.Because)}";

    private async Task<List<Result>> PlayAsync(IReadOnlyList<Journey> journeys, CancellationToken cancellation)
    {
        var texts = journeys.Select((journey, index) => JourneyText.Of(journey, $"Journey {index + 1} of this batch", [])).ToList();
        var scenarios = texts.Select((text, index) => _reader.Read(
            string.Create(CultureInfo.InvariantCulture, $"journey-{index:0000}"), YamlFile.Parse(text.Text, "journey.yaml"))
            .Under(_profile)).ToList();
        var record = await new SuiteRunner(run with { Scenarios = scenarios }, new NoProgress()).RunAsync(cancellation);
        return [.. texts.Zip(record.Scenarios, (text, scenario) => new Result(text, scenario))];
    }

    private sealed record Result(JourneyText Text, ScenarioRecord Record)
    {
        private StepRecord? Shown { get; } = Record.Deciding() ?? Record.Steps.FirstOrDefault(step => step.Violated is not null);

        // What is only recommended, and beside the point, is a difference too.
        public bool IsRed => Record.Verdict is Verdict.Failed or Verdict.Warning || Record.Verdict == Verdict.Passed && Shown is not null;

        public int Step => Record.Steps.TakeWhile(step => !ReferenceEquals(step, Shown)).Count();

        // What an invariant found need not be what the step was about.
        public IReadOnlyList<string> Because => Shown!.Violated ?? Text.Steps[Step].Because;

        public string Reason => Record.Reason ?? $"Expected {Shown?.Expected}. Saw {Shown?.Actual}.";

        public int Act => Text.Steps[Step].Act;

        public string Check => Record.Steps[Step].Check ?? "?";
    }
}
