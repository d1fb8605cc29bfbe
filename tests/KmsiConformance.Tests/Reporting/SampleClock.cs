namespace KmsiConformance.Tests.Reporting;

/// <summary>A world clock that stands still until moved, from 2026-01-05 09:00 UTC.</summary>
internal sealed class SampleClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan by) => _now += by;
}
