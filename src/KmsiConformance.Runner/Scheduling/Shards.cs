using KmsiConformance.Ledger;
using KmsiConformance.Suite;

namespace KmsiConformance.Runner.Scheduling;

/// <summary>
/// Divides a plan evenly: the longest first, each to the part that has least so far. Every machine comes to the same parts, whatever the
/// order in which it has read the scenarios.
/// </summary>
public static class Shards
{
    // A scenario of which nothing is known takes so long for each of its steps, as long as nothing is known of any.
    private const long OfStep = 300;

    /// <summary>The scenarios of a part.</summary>
    /// <param name="times">How long scenarios took, in milliseconds, by id; those that are missing are estimated.</param>
    public static IReadOnlyList<Scenario> Of(
        IReadOnlyList<Scenario> scenarios, ShardRecord shard, IReadOnlyDictionary<string, long> times)
    {
        var load = new long[shard.Of];
        var mine = new List<Scenario>();
        foreach (var scenario in LongestFirst(scenarios, times))
        {
            var least = Array.IndexOf(load, load.Min());
            load[least] += Weight(scenario, times);
            if (least == shard.Index - 1) mine.Add(scenario);
        }

        return mine;
    }

    /// <summary>All of them, the longest first; of equal ones by their ids.</summary>
    public static IEnumerable<Scenario> LongestFirst(IEnumerable<Scenario> scenarios, IReadOnlyDictionary<string, long> times) =>
        scenarios.OrderByDescending(scenario => Weight(scenario, times)).ThenBy(scenario => scenario.Id, StringComparer.Ordinal);

    /// <summary>How long a scenario takes, in milliseconds; estimated where nobody knows.</summary>
    /// <remarks>At least 1: a part with a thousand of no weight would still be late.</remarks>
    public static long Weight(Scenario scenario, IReadOnlyDictionary<string, long> times) =>
        Math.Max(1, times.TryGetValue(scenario.Id, out var time) ? time : scenario.Steps.Count * OfStep);
}
