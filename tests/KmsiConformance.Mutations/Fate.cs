namespace KmsiConformance.Mutations;

/// <summary>What became of a mutation.</summary>
internal enum Fate
{
    /// <summary>A test failed that passes without it.</summary>
    Killed,

    /// <summary>Tests come to its place, and none noticed.</summary>
    Survived,

    /// <summary>No quick test comes to its place.</summary>
    NotReached,
}

/// <summary>A mutation and its fate.</summary>
/// <param name="Mutation">What was changed.</param>
/// <param name="By">The test that failed, and how; null where none did.</param>
internal sealed record Outcome(Mutation Mutation, Fate Fate, string? By);
