namespace KmsiConformance.Serving;

/// <summary>Real time plus an offset. It goes on by itself, can be moved forward, and goes back only to real time.</summary>
/// <param name="real">The machine's clock.</param>
public sealed class OffsetClock(TimeProvider real) : TimeProvider
{
    // Certificates and calendars end; ten years are more than any session.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(3653);

    private readonly Lock _gate = new();
    private long _offset;

    /// <summary>How far ahead of real time it is.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset;

    /// <summary>Moves it forward.</summary>
    /// <returns>False, and it stays, when <paramref name="by"/> leads back, or more than ten years ahead in all.</returns>
    public bool TryMove(TimeSpan by)
    {
        lock (_gate)
        {
            if (by < TimeSpan.Zero || by > Furthest - Offset) return false;
            Interlocked.Exchange(ref _offset, (Offset + by).Ticks);
            return true;
        }
    }

    /// <summary>Back to real time. Only right when everything that remembers a time forgets as well.</summary>
    public void Reset()
    {
        lock (_gate) Interlocked.Exchange(ref _offset, 0);
    }
}
