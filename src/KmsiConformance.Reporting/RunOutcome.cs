using System.Globalization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting;

/// <summary>What the whole run says, in one word and one sentence.</summary>
/// <param name="Word">
/// <c>Conformant</c>, <c>Not conformant</c>, <c>Incomplete</c>, or, where failures are expected, <c>As known</c> or
/// <c>Not as known</c>.
/// </param>
/// <param name="Because">The reason, in a sentence.</param>
/// <param name="Verdict">The verdict whose colour the word wears.</param>
public sealed record RunOutcome(string Word, string Because, Verdict Verdict)
{
    /// <summary>The word of a run in which all is as expected, but not what is expected.</summary>
    public const string OutOfDate = "Baseline out of date";

    /// <summary>
    /// A run that was interrupted, judged nothing or had errors is never a result, but a failure that was seen in a
    /// run that reached its end is one.
    /// </summary>
    public static RunOutcome Of(RunRecord run)
    {
        int All(Verdict verdict) => run.Scenarios.Count(scenario => scenario.Verdict == verdict);
        int KnownAs(Verdict verdict) =>
            run.Scenarios.Count(scenario => scenario.Verdict == verdict && scenario.Known is { StillSeen: true });
        int Count(Verdict verdict) => All(verdict) - (verdict is Verdict.Warning ? 0 : KnownAs(verdict));
        var known = KnownAs(Verdict.Failed) + KnownAs(Verdict.Flaky) + KnownAs(Verdict.CantTell);
        var mended = run.Scenarios.Count(scenario => scenario is { Verdict: Verdict.Passed, Known: not null });
        var (failed, errors, open) = (Count(Verdict.Failed), Count(Verdict.Error), Count(Verdict.CantTell));
        var judged = failed + known + Count(Verdict.Flaky) + Count(Verdict.Passed) + Count(Verdict.Warning);

        var failures = known == 0 ? "none failed"
            : $"{known} failed as {(run.Baseline is null ? "the target file expects" : "expected")}, no other";
        if (Count(Verdict.Warning) is > 0 and var warnings) failures += $", {warnings} with a warning";
        if (run.BoreEnough == true)
            return new("Not conformant", $"{Scenarios(failed)} failed, as many as the run was to bear; "
                + $"{Scenarios(run.Plan!.Scenarios.Count - run.Scenarios.Count)} did not run.", Verdict.Failed);
        if (!run.Complete)
        {
            var planned = run.Plan is { Queue: null } plan
                ? string.Create(CultureInfo.InvariantCulture, $" of {plan.Scenarios.Count}") : "";
            return new("Incomplete", $"The run was interrupted after {Scenarios(run.Scenarios.Count)}{planned}, " +
                $"{failed} of them failed. It is not a result.{(run.Stopped is { } why ? $" It was stopped: {why}." : "")}", Verdict.Error);
        }
        if (run is { Scenarios: [], Plan.Queue: { } queue })
            return new("Nothing left", $"All that queue {queue.Name} had was given to others.", Verdict.Skipped);
        if (run.Stopped is { } stopped)
            return new("Incomplete", $"The run was stopped: {stopped}. What failed before may come from that.", Verdict.Error);
        if (failed > 0)
            return new("Not conformant", $"{Scenarios(failed)} failed out of {judged} judged.{Undecided(open, errors)}", Verdict.Failed);
        if (Count(Verdict.Flaky) is > 0 and var flaky)
            return new("Flaky", $"{Scenarios(flaky)} failed in some attempts and not in others; {failures}.{Undecided(open, errors)}",
                Verdict.Flaky);
        if (errors > 0)
        {
            return new("Incomplete", $"The harness or its infrastructure failed in {Scenarios(errors)}; " +
                "this says nothing about the target.", Verdict.Error);
        }
        var parked = run.Scenarios.Where(scenario => scenario.ParkedUntil is not null).ToList();
        var waiting = parked.Count == 0 ? ""
            : $" {Scenarios(parked.Count)} parked, the first until {Wording.Utc(parked.Min(scenario => scenario.ParkedUntil!.Value))}.";
        if (judged == 0 && parked.Count > 0) return new("Incomplete", $"Nothing is judged yet.{waiting}", Verdict.CantTell);
        if (judged == 0)
            return new("Incomplete", "Nothing could be judged.", Verdict.CantTell);

        // What could not be judged may well be wrong: nobody may call that conformant.
        if (open > 0) return new("Incomplete", $"{Scenarios(judged)} judged, {failures}.{Undecided(open, 0)}", Verdict.CantTell);
        if (run.Baseline?.OutOfDate.Count is > 0 and var stale)
            return new(OutOfDate, $"{(stale == 1 ? "1 entry" : $"{stale} entries")} of {run.Baseline.File} must be changed; {failures}.",
                Verdict.CantTell);
        if (mended > 0)
            return new("Not as known", $"{Scenarios(mended)} passed that the target file expects to fail; {failures}.", Verdict.CantTell);
        if (parked.Count > 0)
            return new("Conformant so far", $"{Scenarios(judged)} judged, {failures}.{waiting}", Verdict.Warning);
        var unseen = NotLookedAt(run).Count is > 0 and var musts ? $" {Musts(musts)} not looked at." : "";
        return known > 0
            ? new("As known", $"{Scenarios(judged)} judged, {failures}.{unseen}", Verdict.Warning)
            : new("Conformant", $"{Scenarios(judged)} judged, {failures}.{unseen}", Verdict.Passed);
    }

    /// <summary>
    /// The requirements at level MUST of which nothing was seen: no scenario that assesses them came to a verdict about the target.
    /// </summary>
    public static IReadOnlyList<RequirementRecord> NotLookedAt(RunRecord run)
    {
        var seen = run.Scenarios.Where(scenario => scenario.Verdict is Verdict.Passed or Verdict.Failed or Verdict.Flaky or Verdict.Warning)
            .Select(scenario => scenario.Id).ToHashSet(StringComparer.Ordinal);
        return [.. run.Requirements.Where(requirement => requirement.Level == "MUST" && !requirement.Scenarios.Any(seen.Contains))];
    }

    private static string Undecided(int open, int errors) =>
        (open > 0 ? $" {Scenarios(open)} could not be judged." : "") +
        (errors > 0 ? $" {Scenarios(errors)} stopped on an error of the harness." : "");

    private static string Musts(int count) => count == 1 ? "1 MUST was" : $"{count} MUSTs were";

    private static string Scenarios(int count) => count == 1 ? "1 scenario" : $"{count} scenarios";
}
