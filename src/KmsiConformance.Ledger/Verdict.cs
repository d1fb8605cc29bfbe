using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <summary>A judgement over events. Written in upper case with underscores in every file and report.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Evidence was found and it meets the expectation.</summary>
    [JsonStringEnumMemberName("PASSED")]
    Passed,

    /// <summary>Evidence was found and it contradicts the expectation.</summary>
    [JsonStringEnumMemberName("FAILED")]
    Failed,

    /// <summary>Evidence contradicts an expectation that the documents only recommend (SHOULD).</summary>
    [JsonStringEnumMemberName("WARNING")]
    Warning,

    /// <summary>The requirement does not apply to this target, profile or browser.</summary>
    [JsonStringEnumMemberName("INAPPLICABLE")]
    Inapplicable,

    /// <summary>There is not enough evidence to judge; the reason says what is missing.</summary>
    [JsonStringEnumMemberName("CANT_TELL")]
    CantTell,

    /// <summary>Not reached, because an earlier step already decided.</summary>
    [JsonStringEnumMemberName("SKIPPED")]
    Skipped,

    /// <summary>The harness or its infrastructure failed; says nothing about the target.</summary>
    [JsonStringEnumMemberName("ERROR")]
    Error,

    /// <summary>Several attempts came to different verdicts on the target: failed in some, and not in others.</summary>
    [JsonStringEnumMemberName("FLAKY")]
    Flaky,
}

/// <summary>How verdicts are written and rolled up.</summary>
public static class Verdicts
{
    // Each hides all that stand behind it.
    private static readonly Verdict[] ByWeight =
    [
        Verdict.Failed, Verdict.Flaky, Verdict.Error, Verdict.CantTell, Verdict.Warning, Verdict.Passed, Verdict.Inapplicable,
        Verdict.Skipped,
    ];

    /// <summary>All verdicts, the gravest first.</summary>
    public static IReadOnlyList<Verdict> Gravest => ByWeight;

    /// <summary>The verdict's name as written in run.json, for example <c>CANT_TELL</c>.</summary>
    public static string Text(this Verdict verdict) => verdict switch
    {
        Verdict.Passed => "PASSED",
        Verdict.Failed => "FAILED",
        Verdict.Warning => "WARNING",
        Verdict.Inapplicable => "INAPPLICABLE",
        Verdict.CantTell => "CANT_TELL",
        Verdict.Skipped => "SKIPPED",
        Verdict.Error => "ERROR",
        Verdict.Flaky => "FLAKY",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict"),
    };

    /// <summary>
    /// The verdict of a whole from its parts: the gravest wins. A failure that was seen stays a failure even when the
    /// harness broke elsewhere. Nothing at all is CANT_TELL: no evidence never passes.
    /// </summary>
    public static Verdict RollUp(IEnumerable<Verdict> parts) => Several([.. parts]) ?? Verdict.CantTell;

    /// <summary>The same; null for no parts at all.</summary>
    public static Verdict? Several(IReadOnlyCollection<Verdict> parts) => parts.Count == 0 ? null : ByWeight.First(parts.Contains);
}
