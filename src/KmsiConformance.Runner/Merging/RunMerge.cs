using System.Globalization;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Judging;
using KmsiConformance.Runner.Scheduling;
using KmsiConformance.Suite;

namespace KmsiConformance.Runner.Merging;

/// <summary>Makes one run of several that have each done a part of one plan.</summary>
public static class RunMerge
{
    /// <summary>The run that they are together. What nobody has done is missing in it, and makes it incomplete.</summary>
    /// <param name="suite">The scenarios that all of them have kept.</param>
    /// <param name="parts">The runs, with their folders.</param>
    /// <param name="id">What the run is called.</param>
    /// <exception cref="InvalidDataException">They are no parts of one plan.</exception>
    public static RunRecord Of(ScenarioSuite suite, IReadOnlyList<(RunFolder Folder, RunRecord Run)> parts, string id)
    {
        var (first, head) = parts[0];
        foreach (var (folder, run) in parts.Skip(1)) DemandOnePlan(first, head, folder, run);
        var plan = head.Plan! with { Scenarios = PlanIdentity.Whole(head)!, Whole = null, Shard = null, Kept = null, Queue = null };

        // What a part was held against is not what the whole is held against.
        List<ScenarioRecord> scenarios =
        [
            .. Counting(parts).Select(part => part.Scenario).Select(scenario =>
                scenario with { Known = scenario.Known?.Place is null ? scenario.Known : null, Acceptance = null }),
        ];
        var missing = plan.Scenarios.Except(scenarios.Select(scenario => scenario.Id), StringComparer.Ordinal).Count();
        var started = parts.Min(part => part.Run.StartedUtc);
        return RunResult.Of(
            suite,
            head with
            {
                Id = id,
                StartedUtc = started,
                DurationMs = (long)parts.Max(part => (part.Run.StartedUtc - started).TotalMilliseconds + part.Run.DurationMs),
                Plan = plan,
                Complete = missing == 0 && parts.All(IsDone),
                BoreEnough = null,
                Baseline = null,
                Stopped = parts.Where(part => missing > 0 || part.Run.Plan?.Queue is null)
                    .Select(part => part.Run.Stopped).FirstOrDefault(stopped => stopped is not null),
                Scenarios = scenarios,
                Notes =
                [
                    .. parts.SelectMany(part => part.Run.Notes).Distinct(StringComparer.Ordinal)
                        .Where(note => !note.EndsWith(PlanRecord.OnlyAPart, StringComparison.Ordinal)),
                    Merged(parts),
                    .. missing == 0 ? Array.Empty<string>()
                        : [string.Create(CultureInfo.InvariantCulture, $"{missing} scenarios {PlanRecord.OnlyIncomplete}")],
                ],
            },
            scenarios);
    }

    /// <summary>The results that count, each with the run that has seen it come about.</summary>
    /// <exception cref="InvalidDataException">Two of them are of the same scenario.</exception>
    public static IReadOnlyList<(RunFolder Folder, ScenarioRecord Scenario)> Counting(
        IReadOnlyList<(RunFolder Folder, RunRecord Run)> parts) =>
    [
        .. parts.SelectMany(part => part.Run.Scenarios.Select(scenario => (part.Folder, part.Run, Scenario: scenario)))
            .GroupBy(one => one.Scenario.Id, StringComparer.Ordinal)
            .Select(same => Counting([.. same.OrderBy(one => one.Run.Id, StringComparer.Ordinal)])),
    ];

    // Whoever was killed after its last step may not know that it was too late, nor that it was not.
    private static (RunFolder Folder, ScenarioRecord Scenario) Counting(
        IReadOnlyList<(RunFolder Folder, RunRecord Run, ScenarioRecord Scenario)> same)
    {
        var accepted = same.Where(one => one.Scenario.Acceptance is null).ToList();
        if (accepted.Count <= 1) return Pair(accepted.Count == 1 ? accepted[0] : same[0]);
        throw new InvalidDataException(
            $"{same[0].Scenario.Id} has a result in {string.Join(" and in ", accepted.Select(one => one.Folder.Path))}: which of them "
            + "counts? Parts of one plan have none in common. Leave out the run that was done twice.");
    }

    private static (RunFolder Folder, ScenarioRecord Scenario) Pair((RunFolder Folder, RunRecord Run, ScenarioRecord Scenario) one) =>
        (one.Folder, one.Scenario);

    private static void DemandOnePlan(RunFolder first, RunRecord head, RunFolder folder, RunRecord run)
    {
        foreach (var ((what, here), (_, there)) in PlanIdentity.Of(head).Zip(PlanIdentity.Of(run)))
        {
            if (here != there) throw Problem($"{what} of {folder.Path} is {there ?? "none"}, and of {first.Path} {here ?? "none"}");
        }

        if (first.Fingerprint() != folder.Fingerprint())
            throw Problem($"the scenarios that {folder.Path} has kept are others than those of {first.Path}");
        if (run.Plan?.Queue != head.Plan?.Queue)
            throw Problem(
                $"{folder.Path} is a share of {Queue(run)}, and {first.Path} of {Queue(head)}");
        if (run.Plan?.Shard is { } shard && head.Plan?.Shard is { } known && shard.Of != known.Of)
            throw Problem($"{folder.Path} is one of {shard.Of} parts, and {first.Path} one of {known.Of}");
    }

    private static string Queue(RunRecord run) => run.Plan?.Queue is { } queue ? $"queue {queue.Name}" : "none";

    // What a worker had not finished when it ended the queue has given to others.
    private static bool IsDone((RunFolder Folder, RunRecord Run) part) =>
        part.Run.Complete || part.Run.BoreEnough == true || part.Run.Plan?.Queue is not null;

    private static string Merged(IReadOnlyList<(RunFolder Folder, RunRecord Run)> parts) =>
        string.Create(CultureInfo.InvariantCulture, $"Merged from {parts.Count} {(parts.Count == 1 ? "run" : "runs")}: ")
        + string.Join(", ", parts.Select(part => part.Run.Id).Order(StringComparer.Ordinal))
        + ".";

    private static InvalidDataException Problem(string what) => new($"These runs are no parts of one plan: {what}.");
}
