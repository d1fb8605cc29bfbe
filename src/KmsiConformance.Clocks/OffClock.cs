namespace KmsiConformance.Clocks;

/// <summary>
/// What somebody in a world takes for the time: the world's, plus how far that clock is off. It may go back, as a clock does that
/// is put right. Safe to use from several threads.
/// </summary>
/// <param name="world">The clock that is right.</param>
public sealed class OffClock(TimeProvider world) : TimeProvider
{
    private long _offTicks;

    /// <summary>How far it is ahead (negative: behind).</summary>
    public TimeSpan Off
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offTicks));
        set => Interlocked.Exchange(ref _offTicks, value.Ticks);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => world.GetUtcNow() + Off;

    /// <inheritdoc/>
    public override long GetTimestamp() => world.GetTimestamp();

    /// <inheritdoc/>
    public override long TimestampFrequency => world.TimestampFrequency;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        world.CreateTimer(callback, state, dueTime, period);
}
