using System.Globalization;

namespace KmsiConformance.Clocks;

/// <summary>
/// The wall clock of one world: the machine's UTC time plus an offset that only grows. Timestamps and timers stay
/// monotonic and real, as they do in a browser whose wall clock is moved. Safe to use from several threads.
/// </summary>
public sealed class WorldClock : TimeProvider
{
    private long _offsetTicks;

    /// <summary>A clock that starts at real time, or ahead of it.</summary>
    /// <param name="ahead">Zero or more: where a target lives on from one world to the next, time does not go back for it.</param>
    public WorldClock(TimeSpan ahead = default) => MoveBy(ahead);

    /// <summary>How far the world is ahead of real time.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => RealTime.UtcNow + Offset;

    /// <summary>Moves the clock forward.</summary>
    /// <param name="by">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative: browsers drop cookies when
    /// their clock goes back within one profile, so a world's time only goes forward.</exception>
    public void MoveBy(TimeSpan by)
    {
        if (by < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(by),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The clock of a world only goes forward, but was asked to go back by {by.Negate():g} "
                    + $"(now {GetUtcNow():u}). Start a new world to go back."));
        }

        Interlocked.Add(ref _offsetTicks, by.Ticks);
    }
}
