namespace KmsiConformance.Ledger;

/// <summary>A question that documents answer differently, and what was seen of the target.</summary>
public sealed record ConflictRecord
{
    /// <summary>Its id in <c>conflicts.yaml</c>, for example <c>C-22</c>.</summary>
    public required string Id { get; init; }

    public required string Question { get; init; }

    /// <summary>The word of the side that the target was seen to follow.</summary>
    public required string Side { get; init; }

    /// <summary>What that side says, in our words.</summary>
    public required string Says { get; init; }

    /// <summary>Ids of the scenarios whose results show it.</summary>
    public required IReadOnlyList<string> SeenBy { get; init; }

    /// <summary>What each document says.</summary>
    public required IReadOnlyList<ConflictSideRecord> Sides { get; init; }
}

/// <summary>One document's answer.</summary>
/// <param name="By">The document, or the profile that reads it.</param>
/// <param name="Side">The word of its side; documents that agree share it.</param>
/// <param name="Says">What it says, in our words.</param>
public sealed record ConflictSideRecord(string By, string Side, string Says);
