using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets;

namespace KmsiConformance.Runner.Judging;

/// <summary>Judges a run again, from what it has seen and nothing else.</summary>
public static class RunJudge
{
    /// <summary>The run as it is judged from its events.</summary>
    /// <param name="suite">The scenarios that the run has kept.</param>
    /// <param name="run">The run as it was recorded; its verdicts count for nothing.</param>
    /// <param name="attempts">The events of each scenario, attempt by attempt.</param>
    /// <param name="profile">The profile that judges.</param>
    /// <exception cref="InvalidDataException">The events are not those of the run.</exception>
    public static RunRecord Judge(
        ScenarioSuite suite, RunRecord run, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<Event>>> attempts, string profile)
    {
        attempts = Counting(run, attempts);
        var judge = new ScenarioJudge(suite, profile);
        var scenarios = suite.Select(profile, []).ToDictionary(scenario => scenario.Id, StringComparer.Ordinal);
        if (profile == run.Profile && run.Scenarios.FirstOrDefault(record => !scenarios.ContainsKey(record.Id)) is { } unknown)
            throw new InvalidDataException($"The run has a result of {unknown.Id}, which is not among the scenarios that it has kept.");
        if (attempts.Keys.FirstOrDefault(id => suite.Scenarios.All(scenario => scenario.Id != id)) is { } stray)
            throw new InvalidDataException($"The run has events of {stray}, which is not among the scenarios that it has kept.");

        if (run.Complete && attempts.Keys.FirstOrDefault(id => run.Scenarios.All(record => record.Id != id)) is { } untold)
            throw new InvalidDataException($"The run has events of {untold} and no result: it was taken out of run.json.");
        if (profile == run.Profile && scenarios.Values.FirstOrDefault(scenario => IsOther(scenario, attempts, profile)) is { } swapped)
            throw new InvalidDataException($"The steps of {swapped.Id} in the events are others than those of the scenario that was kept.");

        var judged = run.Scenarios.Where(record => scenarios.ContainsKey(record.Id))
            .Select(record => Judge(record, scenarios[record.Id], attempts.GetValueOrDefault(record.Id), judge))
            .Select(record => profile == run.Profile ? record : Elsewhere(record, run.Profile)).ToList();
        var left = run.Scenarios.Count - judged.Count;
        var missing = run.Plan?.Scenarios.Except(run.Scenarios.Select(record => record.Id), StringComparer.Ordinal).Any() == true;
        var head = run with { Profile = profile, Complete = run.Complete && !missing, Baseline = null };
        return RunResult.Of(suite, profile == run.Profile ? head : head with { Notes = [.. head.Notes, Left(left, run, profile)] }, judged);
    }

    // What a queue has refused another worker has done; whoever had no queue cannot have been refused.
    private static IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<Event>>> Counting(
        RunRecord run, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<Event>>> attempts)
    {
        var refused = attempts.Where(pair => pair.Value.Any(events => events.OfType<ResultRefused>().Any())).Select(pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);
        if (refused.Count == 0) return attempts;
        if (run.Plan?.Queue is null)
            throw new InvalidDataException(
                $"The run has an event by which a queue refuses a result of {refused.Order(StringComparer.Ordinal).First()}, and took "
                + "nothing from a queue: its events were changed.");
        if (run.Scenarios.FirstOrDefault(record => refused.Contains(record.Id)) is { } both)
            throw new InvalidDataException($"The run has a result of {both.Id} that counts, and an event by which it was refused.");
        return attempts.Where(pair => !refused.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
    }

    private static ScenarioRecord Judge(
        ScenarioRecord record, Scenario scenario, IReadOnlyList<IReadOnlyList<Event>>? attempts, ScenarioJudge judge)
    {
        if (attempts is null)
            throw new InvalidDataException($"There are no events of {scenario.Id}: they were deleted, or the run is older than "
                + "judging again. Run it again.");
        // What a baseline knew is known by its file, which is not at hand.
        var known = record.Known is { Seen: { } seen, Because: { } because } ? new KnownFailure(seen, because) : null;

        // One that was cut by the end of its process says nothing where another took its place.
        var judged = attempts.Select(events => Judge(scenario, events, judge, known) with { Shown = NumberOf(events) }).ToList();
        return Tries.Of([.. judged.Where((one, index) => index == judged.Count - 1 || one.Reason != ScenarioJudge.Cut)]) with
        {
            Attempts = record.Attempts, Again = record.Again, DurationMs = record.DurationMs, File = record.File,
        };
    }

    // Whatever somebody wrote into a file: it is the file that is wrong.
    private static ScenarioRecord Judge(Scenario scenario, IReadOnlyList<Event> events, ScenarioJudge judge, KnownFailure? known)
    {
        try
        {
            return judge.Judge(scenario, events, known);
        }
        catch (Exception wrong) when (wrong is not InvalidDataException || !wrong.Message.Contains(scenario.Id, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"The events of {scenario.Id} cannot be judged: {wrong.Message} They were changed.", wrong);
        }
    }

    // By the profile of the run a step reads as it did; in the events its secrets are masked.
    private static bool IsOther(
        Scenario scenario, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<Event>>> attempts, string profile)
    {
        var texts = scenario.Steps.Select(step => Secrets.MaskText(step.Text(profile))).ToList();
        return attempts.GetValueOrDefault(scenario.Id)?.Any(events => !events.OfType<StepStarted>().Select(step => step.Text)
            .SequenceEqual(texts.Take(events.OfType<StepStarted>().Count()), StringComparer.Ordinal)) == true;
    }

    // The run ended there by its own profile; what would have come by another one nobody has seen.
    private static ScenarioRecord Elsewhere(ScenarioRecord record, string own) => record.Reason != ScenarioJudge.Cut ? record
        : record with
        {
            Verdict = Verdict.CantTell, Reason = $"By {own} the scenario ended here, and by this profile it would have gone on.",
        };

    private static int NumberOf(IReadOnlyList<Event> events) => events.OfType<WorldReady>().LastOrDefault()?.Attempt ?? 1;

    private static string Left(int left, RunRecord run, string profile) =>
        $"Only what {run.Profile} had run was judged; scenarios that {profile} has besides were not looked at."
        + (left == 0 ? "" : $" {(left == 1 ? "One scenario" : $"{left} scenarios")} of the run {(left == 1 ? "is" : "are")} of "
            + $"{run.Profile} and not of {profile}: nothing is said of {(left == 1 ? "it" : "them")}.");
}
