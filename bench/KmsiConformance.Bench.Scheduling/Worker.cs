using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Queues;
using KmsiConformance.Runner;
using KmsiConformance.Runner.Scheduling;
using KmsiConformance.Suite;

namespace KmsiConformance.Bench.Scheduling;

/// <summary>
/// One worker as a process of its own, with the queue that users have, or a share: it sleeps for as long as each scenario takes, so that
/// many of them find room on a small machine, and prints what it has done.
/// </summary>
internal static class Worker
{
    /// <summary>What it prints when it could begin; a line from outside lets it.</summary>
    public const string Ready = "ready";

    /// <summary>Works until nothing is left.</summary>
    /// <param name="queue">The address of the queue; null works on the share.</param>
    public static async Task RunAsync(
        IReadOnlyList<Scenario> plan, IReadOnlyDictionary<string, long> expected, IReadOnlyDictionary<string, long> actual, string? queue,
        string name, int index, int of, double speed, double scale, TimeSpan lease)
    {
        Console.WriteLine(Ready);
        Console.ReadLine();
        Task SleepAsync(Scenario scenario) => RealTime.Delay(TimeSpan.FromMilliseconds(actual[scenario.Id] * scale / speed));
        if (queue is null)
        {
            foreach (var scenario in Shards.LongestFirst(Shards.Of(plan, new ShardRecord(index, of), expected), expected))
            {
                await SleepAsync(scenario);
                Console.WriteLine($"done {scenario.Id}");
            }

            return;
        }

        var address = QueueAddress.Parse(queue, password: null);
        await using var shared = await RedisQueue.JoinAsync(address, name, Head(), plan, expected, lease, CancellationToken.None);
        await foreach (var given in shared.GiveAsync(new NoProgress(), CancellationToken.None))
        {
            await SleepAsync(given.Scenario);
            if (await shared.AcceptAsync(given.Scenario, CancellationToken.None)) Console.WriteLine($"done {given.Scenario.Id}");
        }
    }

    private static RunRecord Head() => new()
    {
        Id = "bench", Tool = ToolRecord.Current, StartedUtc = DateTimeOffset.UnixEpoch, DurationMs = 0, Profile = "bench",
        Target = new TargetRecord("bench", "bench"), Browser = new BrowserRecord("none", "0"), Clock = new ClockRecord("real", "none"),
        Complete = true, Counts = new Dictionary<string, int>(StringComparer.Ordinal), Scenarios = [], Requirements = [],
    };
}
