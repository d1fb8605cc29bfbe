using System.Globalization;

namespace KmsiConformance.Clocks;

/// <summary>
/// The wall clock of one world: the machine's UTC time plus an offset that only grows. Where everything in the world asks
/// this clock it may stand, too: then its time passes by moves alone, however long the machine takes. Timestamps and timers
/// stay monotonic and real, as they do in a browser whose wall clock is moved. Safe to use from several threads.
/// </summary>
public sealed class WorldClock : TimeProvider
{
    private readonly DateTimeOffset? _standsAt;
    private long _offsetTicks;

    /// <summary>A clock that starts at real time, or ahead of it.</summary>
    /// <param name="ahead">Zero or more: where a target lives on from one world to the next, time does not go back for it.</param>
    /// <param name="stands">Whether time passes by moves alone; only where nobody in the world has another clock.</param>
    public WorldClock(TimeSpan ahead = default, bool stands = false)
    {
        _standsAt = stands ? RealTime.UtcNow : null;
        MoveBy(ahead);
    }

    /// <summary>Whether its time passes by moves alone.</summary>
    public bool Stands => _standsAt is not null;

    /// <summary>How far the world is ahead of real time, or of the moment at which a clock that stands was made.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => (_standsAt ?? RealTime.UtcNow) + Offset;

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
