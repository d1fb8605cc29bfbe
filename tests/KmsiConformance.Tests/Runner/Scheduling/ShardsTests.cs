using KmsiConformance.Ledger;
using KmsiConformance.Runner.Scheduling;
using KmsiConformance.Suite;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner.Scheduling;

/// <summary>Machines that have only the plan in common come to parts that are the whole together, and take equally long.</summary>
internal sealed class ShardsTests
{
    private static readonly IReadOnlyList<Scenario> All = RealBrowser.Suite.Select(RealBrowser.DefaultProfile, []);

    [Test]
    public void Every_scenario_is_in_one_part_whatever_the_order_in_which_it_was_read([Range(1, 60)] int seed)
    {
        var (of, plan, times) = Plan(seed);
        var parts = Enumerable.Range(1, of).Select(index => Ids(plan, index, of, times)).ToList();
        Assert.That(parts.SelectMany(part => part), Is.EquivalentTo(plan.Select(scenario => scenario.Id)));
        Assert.That(Ids([.. plan.Reverse()], 1, of, times), Is.EqualTo(parts[0]));
    }

    // No division of this kind is worse than 4/3 of the best, whatever the durations (Graham 1969).
    [Test]
    public void The_longest_part_is_near_the_best_there_is([Range(1, 60)] int seed)
    {
        var (of, plan, known) = Plan(seed);
        var times = plan.ToDictionary(
            scenario => scenario.Id, scenario => Math.Max(1, known.GetValueOrDefault(scenario.Id, 500)), StringComparer.Ordinal);
        var loads = Enumerable.Range(1, of).Select(index => Ids(plan, index, of, times).Sum(id => times[id])).ToList();
        var ordered = times.Values.OrderDescending().ToList();
        var two = ordered.Count > of ? ordered[of - 1] + ordered[of] : 0;
        var best = Math.Max(Math.Max(times.Values.Sum() / (double)of, ordered[0]), two);
        Assert.That(loads.Max(), Is.AtMost(best * 4 / 3 + 1));
    }

    [Test]
    public void What_took_longest_begins()
    {
        var times = new Dictionary<string, long>(StringComparer.Ordinal) { [All[7].Id] = 900_000, [All[3].Id] = 800_000 };
        Assert.That(Shards.LongestFirst(All, times).Take(2), Is.EqualTo(new[] { All[7], All[3] }));
    }

    private static (int Of, IReadOnlyList<Scenario> Plan, Dictionary<string, long> Times) Plan(int seed)
    {
        var random = new Random(seed);
        var known = random.Next(All.Count + 1);
        return (
            random.Next(1, 13), [.. All.Take(random.Next(12, All.Count + 1))],
            All.Take(known).ToDictionary(scenario => scenario.Id, _ => random.NextInt64(90_000), StringComparer.Ordinal));
    }

    private static IReadOnlyList<string> Ids(
        IReadOnlyList<Scenario> plan, int index, int of, IReadOnlyDictionary<string, long> times) =>
        [.. Shards.Of(plan, new ShardRecord(index, of), times).Select(scenario => scenario.Id)];
}
