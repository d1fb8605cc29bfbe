using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Comparing;

/// <summary>Why two runs can hardly be compared, or what else is not the same in both: said before anything is compared.</summary>
/// <param name="Comparable">False where a difference of verdicts may come from how the runs were made.</param>
/// <param name="Warnings">All of it in sentences.</param>
internal sealed record Comparability(bool Comparable, IReadOnlyList<string> Warnings)
{
    public static Comparability Of(RunRecord before, RunRecord after)
    {
        List<string> grave =
        [
            .. Incomplete("earlier", before), .. Incomplete("later", after),
            .. Other("profile", before.Profile, after.Profile, "its scenarios expect something else"),
            .. Other("target", Target(before), Target(after), "a difference may be one of the targets"),
            .. Other("browser", before.Browser.Name, after.Browser.Name, "a difference may be one of the browsers"),
            .. Other("clock", before.Clock.Mode, after.Clock.Mode, "what needs time is not judged by every clock"),
            .. Other("treatment of third-party cookies", before.ThirdPartyCookies ?? "not told", after.ThirdPartyCookies ?? "not told",
                "a difference may come from that"),
            .. Selection(before, after),
        ];
        if (after.StartedUtc < before.StartedUtc)
            grave.Add($"The run that is named first started later ({Wording.Utc(before.StartedUtc)}) than the second "
                + $"({Wording.Utc(after.StartedUtc)}). Name the earlier one first.");
        if (after.Id == before.Id && after.StartedUtc == before.StartedUtc)
            grave.Add("Both are the same run: one folder is a copy of the other, or was judged again.");
        return new(grave.Count == 0, [.. grave, .. Tool(before, after)]);
    }

    private static string Target(RunRecord run) => RunKind.Of(run).Target;

    private static IEnumerable<string> Other(string what, string before, string after, string so)
    {
        if (before != after) yield return $"Another {what}: {before} before, {after} now; {so}.";
    }

    private static IEnumerable<string> Incomplete(string which, RunRecord run)
    {
        if (!run.Complete)
            yield return $"The {which} run was interrupted after {run.Scenarios.Count}"
                + $"{(run.Plan is { } plan ? $" of {plan.Scenarios.Count}" : "")} scenarios: it is not a result. Go on with it "
                + "('kmsi run --resume').";
        else if (run.Stopped is { } stopped)
            yield return $"The {which} run was stopped: {stopped}. What failed before may come from that.";
    }

    // Scenarios that nobody asked for are not gone.
    private static IEnumerable<string> Selection(RunRecord before, RunRecord after)
    {
        var (was, now) = (Selected(before), Selected(after));
        if (was != now) yield return $"Another selection: {was} before, {now} now; what is new or gone may come from that.";
    }

    private static string Selected(RunRecord run) => run.Plan?.Part() is { } part ? $"only a part ({part})" : "all scenarios";

    private static IEnumerable<string> Tool(RunRecord before, RunRecord after)
    {
        if (before.Tool != after.Tool)
            yield return $"Another version of the tool: {before.Tool.Name} {before.Tool.Version} before, {after.Tool.Name} "
                + $"{after.Tool.Version} now; its checks may see more. 'kmsi judge' judges the earlier run again.";
    }
}
