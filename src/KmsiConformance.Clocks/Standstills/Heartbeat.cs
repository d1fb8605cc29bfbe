namespace KmsiConformance.Clocks.Standstills;

/// <summary>
/// Notices that this process, its machine, or a process that it watches did not run for a while. A thread of its own beats
/// four times a second and compares three things: when it was to beat, the monotonic clock, and the wall clock. A process
/// that was stopped beats late; a machine that slept beats in time, and its wall clock has gone ahead. Safe to use from
/// several threads.
/// </summary>
/// <param name="time">Both clocks; real.</param>
/// <param name="stopped">The sessions of processes of which one is stopped now; see <see cref="StoppedProcesses"/>.</param>
public sealed class Heartbeat(TimeProvider time, Func<IReadOnlySet<int>> stopped)
{
    private const int Remembered = 64;

    /// <summary>A busy machine beats a few tenths late. Somebody who waits gives up after two seconds at the earliest.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LookPeriod = TimeSpan.FromSeconds(1);
    private static readonly Lazy<Heartbeat> Started = new(Start);

    private readonly Lock _gate = new();
    private readonly Queue<(long EndedAt, Standstill Standstill)> _own = new();
    private readonly Queue<(long EndedAt, Standstill Standstill)> _others = new();
    private readonly List<Watch> _watches = [];
    private long _beat = time.GetTimestamp();
    private long _looked = time.GetTimestamp();
    private DateTimeOffset _wall = time.GetUtcNow();
    private TimeSpan _late;

    /// <summary>The one of this process; it begins to beat when it is first asked for.</summary>
    public static Heartbeat OfThisProcess => Started.Value;

    /// <summary>Now, to be asked about later.</summary>
    public long Mark() => time.GetTimestamp();

    /// <summary>How late it beat, in all: a machine on which threads wait for a processor lets this one wait too.</summary>
    public TimeSpan Late
    {
        get
        {
            lock (_gate) return _late;
        }
    }

    /// <summary>Watches other processes, by the sessions that they lead.</summary>
    /// <param name="processes">What they are called in messages, and the ids of their leaders now.</param>
    /// <returns>Dispose of it to watch them no more.</returns>
    public Watch WatchProcesses(Func<IReadOnlyList<(string Name, int Leader)>> processes)
    {
        var watch = new Watch(this, processes);
        lock (_gate) _watches.Add(watch);
        return watch;
    }

    /// <summary>The longest standstill that has not ended before a mark: of this process, its machine, or what is watched.</summary>
    /// <returns>Null when all ran.</returns>
    public Standstill? Longest(long mark, Watch? watch)
    {
        // Whoever wakes together with the beating thread may be here first.
        Beat();
        lock (_gate)
        {
            return _own.Concat(watch?.Ended ?? [])
                .Where(seen => seen.EndedAt > mark)
                .Select(seen => seen.Standstill)
                .Concat(watch?.Lasting(time) ?? [])
                .MaxBy(standstill => standstill.Length);
        }
    }

    /// <summary>The same, of this process, its machine, and whatever is or was watched by anybody.</summary>
    public Standstill? LongestOfAny(long mark)
    {
        Beat();
        lock (_gate)
        {
            return _own.Concat(_others).Concat(_watches.SelectMany(watch => watch.Ended))
                .Where(seen => seen.EndedAt > mark)
                .Select(seen => seen.Standstill)
                .Concat(_watches.SelectMany(watch => watch.Lasting(time)))
                .MaxBy(standstill => standstill.Length);
        }
    }

    /// <summary>Beats once: called four times a second.</summary>
    public void Beat()
    {
        lock (_gate)
        {
            var (now, wall) = (time.GetTimestamp(), time.GetUtcNow());
            var ran = time.GetElapsedTime(_beat, now);
            var jumped = wall - _wall - ran;
            (_beat, _wall) = (now, wall);
            if (ran > Period) _late += ran - Period;
            if (ran > Period + Tolerance) Remember(now, new Standstill("this machine stood still for", ran));
            if (jumped > Tolerance) Remember(now, new Standstill("this machine slept, or its clock was set ahead, by", jumped));
            if (jumped < -Tolerance) Remember(now, new Standstill("the clock of this machine was set back by", jumped.Duration()));
            if (_watches.Count == 0 || time.GetElapsedTime(_looked, now) < LookPeriod) return;
            _looked = now;
            var held = stopped();
            foreach (var watch in _watches) watch.See(held, now, time);
        }
    }

    private static Heartbeat Start()
    {
        var heartbeat = new Heartbeat(TimeProvider.System, StoppedProcesses.Sessions);
        new Thread(heartbeat.BeatOn) { IsBackground = true, Name = "heartbeat" }.Start();
        return heartbeat;
    }

    private void BeatOn()
    {
        while (true)
        {
            RealTime.Sleep(Period);
            Beat();
        }
    }

    private void Remember(long now, Standstill standstill) => Remember(_own, (now, standstill));

    private static void Remember(Queue<(long, Standstill)> seen, (long, Standstill) one)
    {
        seen.Enqueue(one);
        if (seen.Count > Remembered) seen.Dequeue();
    }

    private void Forget(Watch watch)
    {
        lock (_gate)
        {
            if (!_watches.Remove(watch)) return;
            var now = time.GetTimestamp();
            foreach (var seen in watch.Ended.Concat(watch.Lasting(time).Select(standstill => (now, standstill)))) Remember(_others, seen);
        }
    }

    /// <summary>Processes that are watched.</summary>
    public sealed class Watch : IDisposable
    {
        private readonly Heartbeat _heartbeat;
        private readonly Func<IReadOnlyList<(string Name, int Leader)>> _processes;
        private readonly Dictionary<(string Name, int Leader), long> _since = [];
        private readonly List<(long EndedAt, Standstill Standstill)> _ended = [];

        internal Watch(Heartbeat heartbeat, Func<IReadOnlyList<(string Name, int Leader)>> processes) =>
            (_heartbeat, _processes) = (heartbeat, processes);

        internal IEnumerable<(long EndedAt, Standstill Standstill)> Ended => _ended;

        internal IEnumerable<Standstill> Lasting(TimeProvider time) =>
            _since.Select(one => Of(one.Key.Name, time.GetElapsedTime(one.Value)));

        internal void See(IReadOnlySet<int> held, long now, TimeProvider time)
        {
            foreach (var process in _processes().Where(process => held.Contains(process.Leader))) _since.TryAdd(process, now);
            foreach (var (process, since) in _since.Where(one => !held.Contains(one.Key.Leader)).ToList())
            {
                _since.Remove(process);
                _ended.Add((now, Of(process.Name, time.GetElapsedTime(since, now))));
            }
        }

        /// <inheritdoc/>
        public void Dispose() => _heartbeat.Forget(this);

        private static Standstill Of(string name, TimeSpan length) => new($"{name} was stopped for", length);
    }
}
