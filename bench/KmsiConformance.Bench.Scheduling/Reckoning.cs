using KmsiConformance.Ledger;
using KmsiConformance.Runner.Scheduling;
using KmsiConformance.Suite;

namespace KmsiConformance.Bench.Scheduling;

/// <summary>When a night is over, reckoned from durations: nothing but the order costs anything.</summary>
internal static class Reckoning
{
    /// <summary>Each machine has a share that was fixed before; what a lost one had left is done by another in the end.</summary>
    public static double Shares(Night night, IReadOnlyDictionary<string, long> times)
    {
        var ends = new List<double>();
        var left = new List<Scenario>();
        for (var machine = 0; machine < night.Speeds.Count; machine++)
        {
            var mine = Shards.Of(night.Scenarios, new ShardRecord(machine + 1, night.Speeds.Count), times);
            var (now, dies) = (0.0, machine == night.Speeds.Count - 1 ? night.Died() : null);
            foreach (var scenario in Shards.LongestFirst(mine, times))
            {
                now += night.Actual[scenario.Id] / night.Speeds[machine];
                if (now > dies) left.Add(scenario);
            }

            if (dies is null) ends.Add(now);
        }

        // Somebody sees it when all others are done, and lets one of them resume.
        return ends.Max() + left.Sum(scenario => night.Actual[scenario.Id] / night.Speeds[0]);
    }

    /// <summary>Whoever has room takes the longest that waits; what a lost one was at waits again when its lease has run out.</summary>
    public static double Queue(Night night)
    {
        var waiting = new LinkedList<Scenario>(Shards.LongestFirst(night.Scenarios, night.Expected));
        var free = new PriorityQueue<int, double>(Enumerable.Range(0, night.Speeds.Count).Select(machine => (machine, 0.0)));
        (Scenario Scenario, double From)? lost = null;
        var end = 0.0;
        while (free.TryDequeue(out var machine, out var now))
        {
            if (lost is { } back && now >= back.From)
            {
                waiting.AddFirst(back.Scenario);
                lost = null;
            }

            if (waiting.First is not { Value: { } next })
            {
                // The last scenario may be one that is lost: somebody waits for it.
                if (lost is { } later) free.Enqueue(machine, later.From);
                continue;
            }

            waiting.RemoveFirst();
            var done = now + night.Actual[next.Id] / night.Speeds[machine];
            if (machine == night.Speeds.Count - 1 && done > night.Died())
            {
                lost = (next, night.Died()!.Value + night.Lease);
                continue;
            }

            end = Math.Max(end, done);
            free.Enqueue(machine, done);
        }

        return end;
    }
}
