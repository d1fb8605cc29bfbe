namespace KmsiConformance.Ledger;

/// <summary>
/// What <c>kmsi coverage</c> tells: for each requirement who assesses it. The names are a contract with users' scripts: grow
/// it, never rename.
/// </summary>
public sealed record CoverageRecord
{
    /// <summary>The profile whose requirements are listed; null for all profiles.</summary>
    public string? Profile { get; init; }

    /// <summary>The target whose scenarios were counted; null where none was asked about.</summary>
    public CoverageTarget? Target { get; init; }

    /// <summary>The requirements, in the order of their ids.</summary>
    public required IReadOnlyList<CoveredRequirement> Requirements { get; init; }
}

/// <summary>How many scenarios run at a target.</summary>
/// <param name="Runs">Those that run.</param>
/// <param name="Scenarios">All of the profile.</param>
public sealed record CoverageTarget(string Name, int Runs, int Scenarios);

/// <summary>Who assesses one requirement.</summary>
public sealed record CoveredRequirement
{
    public required string Id { get; init; }

    /// <summary>Area of the catalogue.</summary>
    public required string Area { get; init; }

    /// <summary><c>MUST</c>, <c>SHOULD</c> or <c>MAY</c>.</summary>
    public required string Level { get; init; }

    /// <summary>The statement in our words.</summary>
    public required string Text { get; init; }

    /// <summary><c>browser</c>, <c>lint</c>, <c>relying-party</c>, <c>capability</c> or <c>none</c>.</summary>
    public required string AssessedBy { get; init; }

    /// <summary>Ids of the scenarios that assess it.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>Ids of the linter's rules that rest on it.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Checks that judge in those scenarios.</summary>
    public required IReadOnlyList<string> Checks { get; init; }

    /// <summary>Faults of the reference that break it, and which those scenarios have to notice.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Why nothing assesses it, or not everywhere; null where nothing is to be said.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a scenario or a rule assesses it.</summary>
    public bool IsAssessed => Scenarios.Count + Rules.Count > 0;
}
