using KmsiConformance.Suite;

namespace KmsiConformance.Bench.Scheduling;

/// <summary>What machines have to do, and what becomes of them.</summary>
/// <param name="Scenarios">The plan.</param>
/// <param name="Expected">How long scenarios took last night, in milliseconds, by id.</param>
/// <param name="Actual">How long they take tonight.</param>
/// <param name="Speeds">Of each machine: 1 is ordinary, 0.5 takes twice as long.</param>
/// <param name="LostAt">When the last machine dies, as a part of the ideal time of all; null for never.</param>
/// <param name="Lease">How long nothing is heard of a machine before it is taken for lost, in milliseconds.</param>
internal sealed record Night(
    IReadOnlyList<Scenario> Scenarios, IReadOnlyDictionary<string, long> Expected, IReadOnlyDictionary<string, long> Actual,
    IReadOnlyList<double> Speeds, double? LostAt, double Lease)
{
    /// <summary>
    /// The least time in which anybody could be done, in milliseconds: all machines busy until the end, each for as long as it lives, and
    /// no scenario divided.
    /// </summary>
    public double Ideal()
    {
        var work = Scenarios.Sum(scenario => (double)Actual[scenario.Id]);
        var longest = Scenarios.Max(scenario => (double)Actual[scenario.Id]) / Speeds.Max();
        var even = work / Speeds.Sum();
        if (Died() is not { } died) return Math.Max(even, longest);
        return Math.Max((work - died * Speeds[^1]) / (Speeds.Sum() - Speeds[^1]), longest);
    }

    /// <summary>When the last machine dies, in milliseconds; null for never.</summary>
    public double? Died() => LostAt is { } part ? part * Scenarios.Sum(scenario => (double)Actual[scenario.Id]) / Speeds.Sum() : null;
}
