using System.Text.Json.Serialization;

namespace KmsiConformance.Reporting.Comparing;

/// <summary>What became of a scenario from one run to a later one; what asks for most attention first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Change>))]
public enum Change
{
    /// <summary>FAILED in the later run and not in the earlier one, which may not have had it.</summary>
    [JsonStringEnumMemberName("newly-failing")]
    NewlyFailing,

    /// <summary>FAILED in both, by another check or at another step.</summary>
    [JsonStringEnumMemberName("changed-reason")]
    ChangedReason,

    /// <summary>FAILED in both, by the same check at the same step.</summary>
    [JsonStringEnumMemberName("still-failing")]
    StillFailing,

    /// <summary>FAILED in the later run alone, as a target file or a baseline expects it to.</summary>
    [JsonStringEnumMemberName("failing-as-known")]
    FailingAsKnown,

    /// <summary>FLAKY in the later run, whatever it was before.</summary>
    [JsonStringEnumMemberName("flaky")]
    Flaky,

    /// <summary>Judged before, and not now. One that failed is not fixed by that.</summary>
    [JsonStringEnumMemberName("newly-undecided")]
    NewlyUndecided,

    /// <summary>WARNING now, and not before.</summary>
    [JsonStringEnumMemberName("newly-warned")]
    NewlyWarned,

    /// <summary>FAILED before, and PASSED now.</summary>
    [JsonStringEnumMemberName("fixed")]
    Fixed,

    /// <summary>WARNING before, and PASSED now.</summary>
    [JsonStringEnumMemberName("no-longer-warned")]
    NoLongerWarned,

    /// <summary>Not judged before, and PASSED now.</summary>
    [JsonStringEnumMemberName("decided-again")]
    DecidedAgain,

    /// <summary>Not judged in either, each time by another verdict.</summary>
    [JsonStringEnumMemberName("still-undecided")]
    StillUndecided,

    /// <summary>Only in the later run, and not FAILED there.</summary>
    [JsonStringEnumMemberName("new")]
    New,

    /// <summary>Only in the earlier run.</summary>
    [JsonStringEnumMemberName("gone")]
    Gone,

    /// <summary>The same verdict in both.</summary>
    [JsonStringEnumMemberName("unchanged")]
    Unchanged,
}

/// <summary>How changes are written.</summary>
public static class Changes
{
    /// <summary>As JSON has it and as anchors are called, for example <c>newly-failing</c>.</summary>
    public static string Text(this Change change) => change switch
    {
        Change.NewlyFailing => "newly-failing",
        Change.ChangedReason => "changed-reason",
        Change.StillFailing => "still-failing",
        Change.FailingAsKnown => "failing-as-known",
        Change.Flaky => "flaky",
        Change.NewlyUndecided => "newly-undecided",
        Change.NewlyWarned => "newly-warned",
        Change.Fixed => "fixed",
        Change.NoLongerWarned => "no-longer-warned",
        Change.DecidedAgain => "decided-again",
        Change.StillUndecided => "still-undecided",
        Change.New => "new",
        Change.Gone => "gone",
        Change.Unchanged => "unchanged",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Unknown change"),
    };

    /// <summary>As people say it, for example <c>newly failing</c>.</summary>
    public static string Words(this Change change) => change switch
    {
        Change.ChangedReason => "failing for another reason",
        Change.FailingAsKnown => "failing as expected",
        Change.NewlyUndecided => "no longer judged",
        Change.NewlyWarned => "newly warned",
        Change.DecidedAgain => "judged again",
        Change.StillUndecided => "still not judged",
        _ => change.Text().Replace('-', ' '),
    };

    /// <summary>Whether expected and actual are of interest: something is not as it should be.</summary>
    public static bool IsDetailed(this Change change) => change <= Change.NewlyWarned;

    /// <summary>Whether the later verdict holds: nothing is to be done.</summary>
    public static bool IsGood(this Change change) => change is Change.Fixed or Change.NoLongerWarned or Change.DecidedAgain;
}
