using KmsiConformance.Ledger;
using KmsiConformance.Runner.Judging;
using KmsiConformance.Suite;

namespace KmsiConformance.Cli.Packing;

/// <summary>
/// Attempts that break off before another one was made. Judging passes over them, as a run may be ended in the middle and resumed; nobody
/// can see of one whether it was ended by accident, or cut just before it would have failed.
/// </summary>
internal static class BrokenAttempts
{
    /// <summary>Each in a sentence.</summary>
    /// <exception cref="InvalidDataException">The events are not those of the run.</exception>
    public static IEnumerable<string> Of(
        ScenarioSuite suite, RunRecord run, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<Event>>> attempts) =>
        from record in run.Scenarios
        where suite.Scenarios.Any(scenario => scenario.Id == record.Id)
        where attempts.GetValueOrDefault(record.Id)?.SkipLast(1).Any(events => BreaksOff(suite, run, record, events)) == true
        select $"An attempt at {record.Id} breaks off: what it saw last nobody knows. Run again, without resuming.";

    private static bool BreaksOff(ScenarioSuite suite, RunRecord run, ScenarioRecord record, IReadOnlyList<Event> events)
    {
        if (events.Any(seen => seen is ScenarioEnded)) return false;
        var alone = new Dictionary<string, IReadOnlyList<IReadOnlyList<Event>>>(StringComparer.Ordinal) { [record.Id] = [events] };
        var steps = RunJudge.Judge(suite, run with { Scenarios = [record], Complete = false }, alone, run.Profile).Scenarios
            .SelectMany(judged => judged.Steps).Select(step => step.Verdict).ToList();
        return steps.TrueForAll(verdict => verdict is Verdict.Passed or Verdict.Skipped) && steps.Contains(Verdict.Skipped);
    }
}
