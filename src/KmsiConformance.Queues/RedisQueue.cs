using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Runner.Scheduling;
using KmsiConformance.Suite;
using StackExchange.Redis;

namespace KmsiConformance.Queues;

/// <summary>
/// A plan from which workers on any number of machines take the longest scenario that waits. What is taken is leased, and the lease is
/// extended as long as the worker lives; whoever dies loses it, and the scenario is given to another. The first result of a scenario
/// counts. Nothing but ids, times and the fingerprint of the plan enters the queue.
/// </summary>
public sealed class RedisQueue : IScenarioQueue
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly string JoinText = RedisScripts.Text("join");
    private static readonly string TakeText = RedisScripts.Text("take");
    private static readonly string ExtendText = RedisScripts.Text("extend");
    private static readonly string AcceptText = RedisScripts.Text("accept");
    private static readonly string GiveBackText = RedisScripts.Text("give-back");

    private readonly ConnectionMultiplexer _connection;
    private readonly RedisScripts _scripts;
    private readonly QueueKeys _keys;
    private readonly IReadOnlyDictionary<string, Scenario> _scenarios;
    private readonly TimeSpan _lease;
    private readonly string _filling;
    private readonly string _worker = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    // Which scenarios are under way here, each with the name by which this worker holds it.
    private readonly ConcurrentDictionary<string, string> _held = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _over = new();
    private readonly Task _heartbeat;
    private int _taken;

    private RedisQueue(
        ConnectionMultiplexer connection, RedisScripts scripts, QueueKeys keys, IReadOnlyList<Scenario> scenarios, TimeSpan lease,
        string filling)
    {
        (_connection, _scripts, _keys, _lease, _filling) = (connection, scripts, keys, lease, filling);
        _scenarios = scenarios.ToDictionary(scenario => scenario.Id, StringComparer.Ordinal);
        _heartbeat = Task.Run(HoldOnAsync);
    }

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <summary>Joins a queue, and brings the plan where nobody has yet.</summary>
    /// <param name="name">What all workers of the plan call it.</param>
    /// <param name="run">The head of the run, which tells the plan from others.</param>
    /// <param name="scenarios">All scenarios of the plan.</param>
    /// <param name="times">How long scenarios took, in milliseconds, by id.</param>
    /// <param name="lease">How long nothing is heard of a worker before it is taken for lost.</param>
    /// <exception cref="QueueUnreachableException">Nobody answers there.</exception>
    /// <exception cref="QueueException">The server cannot be worked with.</exception>
    /// <exception cref="InvalidDataException">The queue has another plan.</exception>
    public static async Task<RedisQueue> JoinAsync(
        QueueAddress address, string name, RunRecord run, IReadOnlyList<Scenario> scenarios, IReadOnlyDictionary<string, long> times,
        TimeSpan lease, CancellationToken cancellation)
    {
        var connection = await address.ConnectAsync();
        try
        {
            var scripts = new RedisScripts(connection, address.Shown, lease * 2);
            var keys = new QueueKeys(name);
            var (fingerprint, text) = PlanIdentity.FingerprintOf(run);
            var answer = (RedisResult[])(await scripts.RunAsync(
                JoinText,
                [keys.Plan, keys.Waiting, keys.Weights],
                [
                    fingerprint, text, Milliseconds(Kept), Guid.NewGuid().ToString("N"),
                    .. scenarios.SelectMany(scenario => new RedisValue[] { scenario.Id, Shards.Weight(scenario, times) }),
                ],
                cancellation))!;
            if ((int)answer[0] == 0)
                throw new InvalidDataException(
                    $"Queue {name} at {address.Shown} has another plan: {PlanIdentity.Difference(run, (string)answer[1]!)}. Give this one "
                    + "a name of its own (--queue-name), or let all workers do the same.");
            return new RedisQueue(connection, scripts, keys, scenarios, lease, (string)answer[2]!);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<GivenScenario> GiveAsync(
        IRunProgress progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // What somebody else is at may be given back, or lost.
        var pause = TimeSpan.FromSeconds(1) < _lease / 4 ? TimeSpan.FromSeconds(1) : _lease / 4;
        var isWaitSaid = false;
        _scripts.Unanswered = () => progress.Waits($"the queue at {_scripts.Shown}, which does not answer");
        while (true)
        {
            var holder = string.Create(CultureInfo.InvariantCulture, $"{_worker}/{Interlocked.Increment(ref _taken)}");
            var answer = (RedisResult[])(await _scripts.RunAsync(
                TakeText, _keys.ToTake, [_filling, holder, Milliseconds(_lease), Milliseconds(Kept)], cancellation))!;
            progress.Elsewhere((int)answer[3]);
            switch ((string)answer[0]!)
            {
                case "gone": throw Gone();
                case "over": yield break;
                case "wait":
                    if (!isWaitSaid) progress.Waits("the other workers, who are at the last scenarios");
                    isWaitSaid = true;
                    await RealTime.Delay(pause, cancellation);
                    break;
                default:
                    var id = (string)answer[1]!;
                    isWaitSaid = false;

                    // This machine stood still so long that it was taken for lost, and goes on with what it has.
                    var isAnew = !_held.ContainsKey(id);
                    _held[id] = holder;
                    if (!_scenarios.TryGetValue(id, out var scenario))
                        throw new QueueException($"the queue {_keys.Name} gives {id}, which is not in the plan: somebody has changed it");
                    if (isAnew) yield return new GivenScenario(scenario, (int)answer[2]);
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<bool> AcceptAsync(Scenario scenario, CancellationToken cancellation)
    {
        var answer = (int)await _scripts.RunAsync(
            AcceptText, [_keys.Plan, _keys.Waiting, _keys.Leases, _keys.Holders, _keys.Done], [_filling, scenario.Id, _worker],
            cancellation);
        _held.TryRemove(scenario.Id, out _);
        return answer < 0 ? throw Gone() : answer == 1;
    }

    /// <inheritdoc/>
    public async Task GiveBackAsync(Scenario scenario)
    {
        if (!_held.TryRemove(scenario.Id, out var holder)) return;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        try
        {
            await _scripts.RunAsync(
                GiveBackText, [_keys.Waiting, _keys.Weights, _keys.Leases, _keys.Holders, _keys.Plan], [scenario.Id, holder, _filling],
                limit.Token);
        }
        catch (Exception unheard) when (unheard is QueueException or OperationCanceledException)
        {
            // The lease runs out by itself.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _heartbeat;
        _over.Dispose();
        await _connection.DisposeAsync();
    }

    private async Task HoldOnAsync()
    {
        try
        {
            while (true)
            {
                await RealTime.Delay(_lease / 4, _over.Token);
                foreach (var mine in _held.ToArray()) await ExtendAsync(mine.Key, mine.Value);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    private async Task ExtendAsync(string id, string holder)
    {
        try
        {
            await _scripts.RunAsync(
                ExtendText, [_keys.Plan, _keys.Leases, _keys.Holders], [_filling, holder, Milliseconds(_lease), id], _over.Token);
        }
        catch (QueueException)
        {
            // Whoever takes the next scenario, or has a result of this one, says so.
        }
    }

    private QueueException Gone() => new(
        $"the queue {_keys.Name} is not there any more: somebody has deleted it or a part of it, or its server lost it. Merge what there "
        + "is; 'kmsi run --resume' of the merged run does the rest, or a new queue with another name");

    private static RedisValue Milliseconds(TimeSpan span) => (long)span.TotalMilliseconds;
}
