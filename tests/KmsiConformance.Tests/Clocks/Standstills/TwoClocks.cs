using KmsiConformance.Clocks;

namespace KmsiConformance.Tests.Clocks.Standstills;

/// <summary>A monotonic and a wall clock, moved by hand.</summary>
internal sealed class TwoClocks : TimeProvider
{
    private TimeSpan _ran;
    private DateTimeOffset _wall = RealTime.UtcNow;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ran.Ticks;

    public override DateTimeOffset GetUtcNow() => _wall;

    public void Move(TimeSpan by)
    {
        _ran += by;
        _wall += by;
    }

    public void MoveWall(TimeSpan by) => _wall += by;
}
