using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Comparing;

/// <summary>One scenario in both runs.</summary>
/// <param name="Id">Its id in the later run; in the earlier one where it is gone.</param>
/// <param name="FormerId">Its id in the earlier run, where it was renamed.</param>
/// <param name="Before">Null where the earlier run did not have it.</param>
/// <param name="After">Null where the later run does not have it.</param>
/// <param name="Reason">Why it is as it is now, or why it was not before, in one line; null where all is well in both.</param>
public sealed record ScenarioChange(
    string Id, string? FormerId, string Title, Change Change, ComparedResult? Before, ComparedResult? After, string? Reason)
{
    /// <summary>Compares one scenario.</summary>
    /// <param name="before">Null where the earlier run has no result of it.</param>
    /// <param name="after">Null where the later run has no result of it.</param>
    /// <param name="planned">Whether the run without a result was to have one.</param>
    internal static ScenarioChange Of(ScenarioRecord? before, ScenarioRecord? after, bool planned = false)
    {
        var known = after ?? before ?? throw new ArgumentNullException(nameof(after));
        var was = before is not null ? ComparedResult.Of(before) : planned ? ComparedResult.NotReached : null;
        var now = after is not null ? ComparedResult.Of(after) : planned ? ComparedResult.NotReached : null;
        return new(known.Id, before is not null && after is not null && before.Id != after.Id ? before.Id : null, known.Title,
            Class(before, after, planned), was, now, now?.Reason ?? was?.Reason);
    }

    private static Change Class(ScenarioRecord? before, ScenarioRecord? after, bool planned)
    {
        if (after is null && !planned) return Change.Gone;

        // What was not reached is not judged, and is no less there.
        var (was, now) = (before?.Verdict ?? Verdict.Skipped, after?.Verdict ?? Verdict.Skipped);
        if (now == Verdict.Failed && was == Verdict.Failed)
            return DecidedBy.Of(before!) == DecidedBy.Of(after!) ? Change.StillFailing : Change.ChangedReason;
        if (now == Verdict.Failed) return after!.Known is { StillSeen: true } ? Change.FailingAsKnown : Change.NewlyFailing;
        if (now == Verdict.Flaky) return Change.Flaky;
        if (before is null && !planned) return Change.New;
        if (now == was && (before is null) == (after is null)) return Change.Unchanged;
        if (!IsJudged(now)) return IsJudged(was) ? Change.NewlyUndecided : Change.StillUndecided;
        if (now == Verdict.Warning) return Change.NewlyWarned;
        return was switch
        {
            Verdict.Failed => Change.Fixed,
            Verdict.Warning => Change.NoLongerWarned,
            _ => Change.DecidedAgain,
        };
    }

    private static bool IsJudged(Verdict verdict) => verdict is Verdict.Passed or Verdict.Failed or Verdict.Flaky or Verdict.Warning;
}
