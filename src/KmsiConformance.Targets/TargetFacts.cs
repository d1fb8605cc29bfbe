using KmsiConformance.Ledger;

namespace KmsiConformance.Targets;

/// <summary>What a reader of a report should know of a target; null where it is not told.</summary>
/// <param name="Address">Where it announces itself, for example the address of its discovery document.</param>
/// <param name="Version">The version of the product.</param>
/// <param name="Policy">The session settings that its owner declares, in words, and where.</param>
public sealed record TargetFacts(string? Address, string? Version, string? Policy)
{
    /// <summary>Nothing is told.</summary>
    public static readonly TargetFacts None = new(null, null, null);

    /// <summary>Whether nobody here can move its time.</summary>
    public bool StaysAtRealTime { get; init; }
}

/// <summary>A target as run records name it.</summary>
public static class TargetRecords
{
    /// <summary>What is known of the target now.</summary>
    public static TargetRecord Record(this ITargetKind target) => new(target.Name, target.Kind, target.Behaves)
    {
        Address = target.Facts.Address, Version = target.Facts.Version, Policy = target.Facts.Policy,
        StaysAtRealTime = target.Facts.StaysAtRealTime ? true : null,
    };
}
