using KmsiConformance.Ledger;
using KmsiConformance.Worlds;

namespace KmsiConformance.Parking;

/// <summary>What may be read of a parked journey without the key.</summary>
/// <param name="Scenario">Id of its scenario.</param>
/// <param name="Target">The target's name.</param>
/// <param name="Profile">The profile that judges.</param>
/// <param name="Browser">The browser that it was begun in: <c>chromium</c>, <c>firefox</c> or <c>simulated</c>.</param>
/// <param name="ParkedAt">When it was parked, UTC.</param>
/// <param name="Due">When it must go on, UTC.</param>
public sealed record ParkedLabel(
    string Scenario, string Target, string Profile, string Browser, DateTimeOffset ParkedAt, DateTimeOffset Due);

/// <summary>A scenario in the middle of a long wait: what was done, and the world in which it goes on.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Steps">Results of the steps that were done, the wait included.</param>
/// <param name="Plan">The texts of all steps, to notice a scenario that was changed meanwhile.</param>
/// <param name="Policy">The declared settings, to notice a policy that was changed meanwhile.</param>
/// <param name="World">The world.</param>
public sealed record ParkedJourney(
    ParkedLabel Label, IReadOnlyList<StepRecord> Steps, IReadOnlyList<string> Plan, string Policy, WorldState World)
{
    /// <summary>Shows what may be read without the key.</summary>
    public override string ToString() => Label.ToString();
}
