using System.Globalization;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Judging;
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
        if (parts.SelectMany(part => part.Run.Scenarios.Select(scenario => (scenario.Id, part.Folder)))
            .GroupBy(one => one.Id, one => one.Folder, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidDataException(
                $"{twice.Key} has a result in {string.Join(" and in ", twice.Select(folder => folder.Path))}: which of them counts? "
                + "Parts of one plan have none in common. Leave out the run that was done twice.");

        var plan = head.Plan! with { Scenarios = head.Plan!.Whole ?? head.Plan.Scenarios, Whole = null, Shard = null, Kept = null };

        // What a part was held against is not what the whole is held against.
        List<ScenarioRecord> scenarios =
        [
            .. parts.SelectMany(part => part.Run.Scenarios)
                .Select(scenario => scenario.Known?.Place is null ? scenario : scenario with { Known = null }),
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
                Complete = missing == 0 && parts.All(part => part.Run.Complete || part.Run.BoreEnough == true),
                BoreEnough = null,
                Baseline = null,
                Stopped = parts.Select(part => part.Run.Stopped).FirstOrDefault(stopped => stopped is not null),
                Scenarios = scenarios,
                Notes = [.. parts.SelectMany(part => part.Run.Notes).Distinct(StringComparer.Ordinal), Merged(parts, missing)],
            },
            scenarios);
    }

    private static void DemandOnePlan(RunFolder first, RunRecord head, RunFolder folder, RunRecord run)
    {
        (string What, object? Here, object? There)[] same =
        [
            ("the profile", head.Profile, run.Profile),
            ("the target", Target(head), Target(run)),
            ("the fault", head.Fault, run.Fault),
            ("the browser", head.Browser.Name, run.Browser.Name),
            ("the browser's version", head.Browser.Version, run.Browser.Version),
            ("the clock", head.Clock.Mode, run.Clock.Mode),
            ("the tool", head.Tool, run.Tool),
            ("the command line", Words(head), Words(run)),
            ("the number of scenarios in the plan", Whole(head)?.Count, Whole(run)?.Count),
            ("the target file", head.Plan?.TargetFile, run.Plan?.TargetFile),
        ];
        if (Array.Find(same, one => !Equals(one.Here, one.There)) is { What: { } what } other)
            throw Problem($"{what} of {folder.Path} is {other.There ?? "none"}, and of {first.Path} {other.Here ?? "none"}");
        if (first.Fingerprint() != folder.Fingerprint())
            throw Problem($"the scenarios that {folder.Path} has kept are others than those of {first.Path}");
        if (run.Plan?.Shard is { } shard && head.Plan?.Shard is { } known && shard.Of != known.Of)
            throw Problem($"{folder.Path} is one of {shard.Of} parts, and {first.Path} one of {known.Of}");
    }

    private static IReadOnlyList<string>? Whole(RunRecord run) => run.Plan?.Whole ?? run.Plan?.Scenarios;

    // Where it listens may differ from machine to machine.
    private static string Target(RunRecord run) =>
        string.Join(
            ", ",
            new[] { run.Target.Name, run.Target.Kind, run.Target.Behaves, run.Target.Version, run.Target.Policy }.OfType<string>());

    private static string? Words(RunRecord run) => run.Plan?.Arguments is { } arguments ? string.Join(' ', arguments) : null;

    private static string Merged(IReadOnlyList<(RunFolder Folder, RunRecord Run)> parts, int missing) =>
        string.Create(CultureInfo.InvariantCulture, $"Merged from {parts.Count} runs: ")
        + string.Join(", ", parts.Select(part => part.Run.Id).Order(StringComparer.Ordinal))
        + (missing == 0 ? "." : string.Create(CultureInfo.InvariantCulture, $". {missing} scenarios of the plan have no result."));

    private static InvalidDataException Problem(string what) => new($"These runs are no parts of one plan: {what}.");
}
