using KmsiConformance.Ledger;
using KmsiConformance.Suite;

namespace KmsiConformance.Certification;

/// <summary>
/// What a run must be for anybody to vouch for it: all that its profile requires was judged, at one target, by a clock that was checked,
/// and nothing was let pass. Asked when it is packed, and again when the pack is verified.
/// </summary>
public static class Conditions
{
    private const int Named = 5;

    /// <summary>Every reason for which the run may not be packed; none where it may.</summary>
    /// <param name="run">The record of the run.</param>
    /// <param name="kept">The scenarios that the run has kept.</param>
    /// <param name="required">The ids of further scenarios that are required; of the profile as the program ships it.</param>
    public static IReadOnlyList<string> WhyNot(RunRecord run, ScenarioSuite kept, IReadOnlyCollection<string> required) =>
        [.. Whole(run), .. Contradictions.OfPlan(run), .. Plain(run), .. Judged(run, kept, required)];

    private static IEnumerable<string> Whole(RunRecord run)
    {
        if (run.BoreEnough == true) yield return "The run was ended by --max-failures before all had run. Resume it, or run again without.";
        else if (!run.Complete && run.Plan is not { Queue: not null })
            yield return "The run is incomplete: it was interrupted, or parts of it are missing. Resume it.";
        if (run.Stopped is { } stopped) yield return $"The run was stopped: {stopped}. Run again.";
        if (run.Plan is null) yield return "The run does not say what was to be run: it is of an older version. Run again.";
        if (run.Plan?.Selection is { } selection)
            yield return $"Only a part of the profile was selected ({selection}). Run again without that.";
        if (run.Plan is { Shard: { } shard })
            yield return $"The run is part {shard.Index} of {shard.Of}. Make one of all parts with 'kmsi merge', and pack that.";
        if (run.Plan is { Queue: { } queue })
            yield return $"The run is a share of queue {queue.Name}. Make one of all workers' with 'kmsi merge', and pack that.";
    }

    private static IEnumerable<string> Plain(RunRecord run)
    {
        if (run.Fault is { } fault)
            yield return $"The target was started with a fault ({fault}): it is known to be wrong. Run again without --fault.";
        if (run.Baseline is { } baseline)
            yield return $"The run was held against a baseline ({baseline.File}), which lets failures pass. Run again without --baseline.";
        else if (run.Scenarios.Any(scenario => scenario.Known?.Place is not null))
            yield return "Results of the run are lived with by a baseline. Run again without --baseline.";
        if (WhyNotClock(run) is { } clock) yield return clock;
        if (run.Tool != ToolRecord.Current)
            yield return $"The run was made by {run.Tool.Name} {run.Tool.Version}, and this is {ToolRecord.Current.Version}. Take the "
                + "version that made it.";
    }

    // A browser that stays at real time may do with old cookies what it likes: nobody has compared its time with the world's.
    private static string? WhyNotClock(RunRecord run) => run.Clock switch
    {
        { Mode: "process", Provider: not null } or { Mode: "real" } => null,
        { Mode: "virtual" } when run.Browser.Name == "simulated" => null,
        { Mode: "aged" } => "The clock was aged: the browser stayed at real time and its cookies were made older, which is no clock that "
            + "was checked. Run again with --clock process (Linux).",
        var clock => $"The clock '{clock.Mode}' was not checked. Run again with --clock process (Linux).",
    };

    private static IEnumerable<string> Judged(RunRecord run, ScenarioSuite kept, IReadOnlyCollection<string> required)
    {
        var ran = run.Scenarios.Select(scenario => scenario.Id).ToHashSet(StringComparer.Ordinal);
        var own = kept.Profiles.Any(profile => profile.Id == run.Profile)
            ? kept.Select(run.Profile, []).Select(scenario => scenario.Id) : [];
        List<string> missing = [.. own.Concat(required).Concat(run.Plan?.Scenarios ?? []).Distinct(StringComparer.Ordinal)
            .Where(id => !ran.Contains(id)).Order(StringComparer.Ordinal)];
        if (missing.Count > 0)
            yield return $"{Scenarios(missing.Count)} of {run.Profile} did not run: {List(missing)}. Run the whole profile.";
        foreach (var group in run.Scenarios.Where(scenario => !IsVerdict(scenario.Verdict))
            .GroupBy(scenario => scenario.ParkedUntil is null ? scenario.Verdict.Text() : "parked", scenario => scenario.Id,
                StringComparer.Ordinal))
            yield return $"{Scenarios(group.Count())} came to no verdict ({group.Key}): {List([.. group])}. The report says what was "
                + "missing.";
        if (run.Scenarios.All(scenario => scenario.Verdict is Verdict.Inapplicable or Verdict.Skipped))
            yield return "Nothing was judged: no scenario applies to the target.";
    }

    private static bool IsVerdict(Verdict verdict) =>
        verdict is Verdict.Passed or Verdict.Failed or Verdict.Warning or Verdict.Inapplicable;

    private static string List(IReadOnlyList<string> ids) =>
        string.Join(", ", ids.Take(Named)) + (ids.Count > Named ? $" and {ids.Count - Named} more" : "");

    private static string Scenarios(int count) => count == 1 ? "1 scenario" : $"{count} scenarios";
}
