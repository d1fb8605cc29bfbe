namespace KmsiConformance.Checks.Invariants;

/// <summary>
/// Something that holds whatever a scenario is about: a check that is due wherever there is something for it to look at.
/// </summary>
/// <param name="Check">The check; one that cannot tell says nothing.</param>
/// <param name="Requirements">Ids of the requirements from any of which it follows.</param>
public sealed record Invariant(Check Check, IReadOnlyList<string> Requirements)
{
    /// <summary>
    /// Whether it counts only where it has held before in the same scenario. What a target never does is found by the scenario that asks
    /// for it; what it does now and then is a slip wherever it is seen.
    /// </summary>
    public bool CountsOnceItHeld { get; init; }
}
