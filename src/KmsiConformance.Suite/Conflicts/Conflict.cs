namespace KmsiConformance.Suite.Conflicts;

/// <summary>A question that documents answer differently.</summary>
public sealed record Conflict(string Id, string Question, IReadOnlyList<ConflictSide> Sides);

/// <summary>One document's answer.</summary>
/// <param name="Reading">The word for the side; documents that agree share it.</param>
/// <param name="Profile">The profile that reads the document; null where none does.</param>
/// <param name="Document">The document; null where a profile stands for it.</param>
/// <param name="Says">The answer in our words.</param>
/// <param name="SeenWhen">What shows that a target does as this side says, any of them; empty where no scenario can.</param>
public sealed record ConflictSide(
    string Reading, string? Profile, string? Document, string Says, IReadOnlyList<SideEvidence> SeenWhen);

/// <summary>A result that shows on which side a target is.</summary>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Verdict"><c>PASSED</c>, <c>FAILED</c> or <c>WARNING</c>.</param>
/// <param name="Seen">
/// Words of what its deciding step must have seen: a scenario that failed otherwise shows nothing. Null for one that passed.
/// </param>
/// <param name="Place">Where it is written: file, line and column.</param>
public sealed record SideEvidence(string Scenario, string Verdict, string? Seen, (string File, int Line, int Column) Place)
{
    /// <summary>The verdict of a scenario in which all was as expected.</summary>
    public const string Passed = "PASSED";

    /// <summary>The verdicts that can show anything.</summary>
    public static readonly IReadOnlyList<string> Verdicts = [Passed, "FAILED", "WARNING"];
}
