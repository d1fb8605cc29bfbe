using System.Diagnostics;
using System.Globalization;
using KmsiConformance.Reference;
using KmsiConformance.Sites;
using KmsiConformance.Sites.InMemory;

namespace KmsiConformance.Bench.Reference;

/// <summary>
/// A million sign-ins, password and all, and what is left of them. Each is three requests through the whole pipeline of
/// the server, in memory: sockets and TLS would only make it slower. The clock moves a tenth of a second with each, so
/// that sessions of twenty minutes end all the time. Sweeps come when the number of sessions has doubled, so memory goes up
/// and down; it is flat when the second half reaches no higher than the first, within some slack.
/// </summary>
internal static class Memory
{
    private const double Slack = 1.15;
    private const int Checkpoints = 10;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    public static async Task<bool> MeasureAsync(int signIns)
    {
        using var inMemory = InMemorySites.Begin();
        var clock = new SteppingClock();
        await using var reference = await ReferenceServer.StartAsync(Setting.Options(clock));
        using var http = new HttpMessageInvoker(LoopbackHttp.CreateHandler());
        var (origin, path) = (reference.Origin, Setting.AuthorizePath(reference));

        var watch = Stopwatch.StartNew();
        var heaps = new List<double>();
        for (var checkpoint = 1; checkpoint <= Checkpoints; checkpoint++)
        {
            await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(async () =>
            {
                for (var done = 0; done < signIns / Checkpoints / Environment.ProcessorCount; done++)
                {
                    await SignIn.DoAsync(http, origin, path, tick: false);
                    clock.Move(Step);
                }
            })));
            heaps.Add(GC.GetTotalMemory(forceFullCollection: true) / 1048576.0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"memory: {signIns / Checkpoints * checkpoint,9} sign-ins, {reference.Operator.Sessions().Count,6} sessions remembered, "
                + $"heap {heaps[^1]:0.0} MB, working set {Environment.WorkingSet / 1048576.0:0} MB, {watch.Elapsed.TotalSeconds:0} s"));
        }

        var (first, second) = (heaps.Take(Checkpoints / 2).Max(), heaps.Skip(Checkpoints / 2).Max());
        var flat = second <= first * Slack;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"memory: {(flat ? "flat" : "NOT FLAT")}: at most {first:0.0} MB in the first half, "
            + $"at most {second:0.0} MB in the second (limit {first * Slack:0.0})"));
        return flat;
    }

    private sealed class SteppingClock : TimeProvider
    {
        private long _ticks = TimeProvider.System.GetUtcNow().Ticks;

        public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

        public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
    }
}
