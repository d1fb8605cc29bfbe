using System.Collections.Concurrent;
using System.Globalization;
using KmsiConformance.Apps;
using KmsiConformance.Clocks.Processes;
using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Files;

namespace KmsiConformance.Targets.Processes;

/// <summary>A product that the harness starts as its file says, one instance for each world, worker or run.</summary>
/// <param name="file">The file.</param>
/// <param name="clocks">Ways to move the clock of processes, best first.</param>
public sealed class ProcessTargetKind(TargetFile file, IReadOnlyList<(string Name, Func<IProcessClock> Make)> clocks)
    : DeclaredTargetKind(file)
{
    private readonly ConcurrentBag<RunningProduct> _idle = [];
    private readonly ConcurrentDictionary<RunningProduct, bool> _running = new();
    private readonly SemaphoreSlim _turns = new(file.Start!.Fresh == Freshness.Run ? 1 : int.MaxValue);
    private Func<IProcessClock>? _makeClock;
    private string? _evidence;
    private int _started;

    /// <inheritdoc/>
    public override string Kind => "process";

    /// <inheritdoc/>
    public override async Task PrepareAsync(string? evidence, Action<string> say, CancellationToken cancellation)
    {
        _evidence = evidence;
        await ProductSetup.RunAsync(File, say, cancellation);
        Version = await ProductSetup.VersionAsync(File, cancellation) ?? Version;
        var product = File.Clock switch
        {
            TargetClock.Process => await WithMovedClockAsync(say, cancellation),
            TargetClock.Hook => await WithHookAsync(say, cancellation),
            _ => await StartAsync(null, cancellation),
        };
        _idle.Add(product);
        await DiscoveryCheck.RunAsync(File, product.Places, cancellation);
        say($"Target: {File.Name}, started by {File.Start!.Command[0]}");
    }

    /// <inheritdoc/>
    public override async Task<ITargetPlace> TakeAsync(Scenario scenario, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            // What waits in real time cannot begin ahead of it.
            var product = scenario.RealTime ? null : await IdleAsync();
            return new Place(this, product ?? await StartAsync(_makeClock, cancellation), scenario.RealTime);
        }
        catch
        {
            _turns.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        foreach (var product in _running.Keys) await EndAsync(product);
        _turns.Dispose();
    }

    // One may have ended since it was used.
    private async Task<RunningProduct?> IdleAsync()
    {
        while (_idle.TryTake(out var product))
        {
            if (product.Gone is null) return product;
            await EndAsync(product);
        }

        return null;
    }

    // The first provider under which the product follows.
    private async Task<RunningProduct> WithMovedClockAsync(Action<string> say, CancellationToken cancellation)
    {
        // A secret that is not there is no clock's fault.
        new Places(File).Dispose();
        var rejected = new List<(string Clock, string Why)>();
        foreach (var (name, make) in clocks)
        {
            RunningProduct? product = null;
            var mark = Heartbeat.OfThisProcess.Mark();
            try
            {
                product = await StartAsync(make, cancellation, prove: false);
                var seen = await product.Clock!.ProveAsync(cancellation);
                _makeClock = make;
                say($"Clock of {File.Name}: process, by {name}: {seen}");
                return product;
            }
            catch (Exception unfit) when (unfit is TargetException or ClockUnavailableException)
            {
                if (product is not null) await EndAsync(product);
                if (Heartbeat.OfThisProcess.LongestOfAny(mark) is { } standstill)
                    throw new TargetException(
                        $"{standstill} while the clock of {File.Name} was tried, so nothing could be seen. Try again.", unfit);
                rejected.Add((name, unfit.Message));
            }
        }

        // What has nothing to do with the clock is the same under each.
        throw new TargetException(string.Join(
            ' ',
            rejected.GroupBy(one => one.Why, one => one.Clock, StringComparer.Ordinal)
                .Select(same => $"{string.Join(", ", same)}: {same.Key}")));
    }

    private async Task<RunningProduct> WithHookAsync(Action<string> say, CancellationToken cancellation)
    {
        var product = await StartAsync(null, cancellation, prove: false);
        say($"Clock of {File.Name}: hook: {await product.Clock!.ProveAsync(cancellation)}");
        return product;
    }

    private async Task<RunningProduct> StartAsync(Func<IProcessClock>? makeClock, CancellationToken cancellation, bool prove = true)
    {
        var number = Interlocked.Increment(ref _started);
        var output = _evidence is null ? null
            : Path.Combine(_evidence, string.Create(CultureInfo.InvariantCulture, $"target-{number}.log"));
        var product = await RunningProduct.StartAsync(File, makeClock, output, cancellation);
        _running[product] = true;
        if (prove && product.Clock is { } clock) await clock.FollowAsync(clock.Offset, cancellation);
        return product;
    }

    private async Task EndAsync(RunningProduct product)
    {
        _running.TryRemove(product, out _);
        await product.DisposeAsync();
    }

    private sealed class Place(ProcessTargetKind kind, RunningProduct product, bool onlyThisOnce) : ITargetPlace
    {
        public TimeSpan Ahead => product.Clock?.Offset ?? TimeSpan.Zero;

        public IReadOnlyDictionary<string, AppPlace> Apps { get; } = DeclaredTarget.AppsOf(kind.File, product.Places);

        public AppCredentials CredentialsOf(string app) => DeclaredTarget.CredentialsOf(kind.File, product.Places, app);

        // The world begins at the time that the product is told; that it is there is seen and not remembered.
        public async Task<ITarget> StartAsync(TargetRequest asked, CancellationToken cancellation)
        {
            if (product.Clock is { } clock) await clock.FollowAsync(clock.Offset, cancellation);
            return new DeclaredTarget(kind.File, product.Places, product.Clock, () => product.Gone)
            {
                Processes = [product.ProcessId],
            };
        }

        public async ValueTask DisposeAsync()
        {
            var ends = onlyThisOnce || kind.File.Start!.Fresh == Freshness.Scenario || product.Gone is not null
                || product.Clock is { IsLost: true };
            if (ends) await kind.EndAsync(product);
            else kind._idle.Add(product);
            kind._turns.Release();
        }
    }
}
