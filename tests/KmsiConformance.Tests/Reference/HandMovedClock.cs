namespace KmsiConformance.Tests.Reference;

/// <summary>A clock that only tests move.</summary>
internal sealed class HandMovedClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan by) => _now += by;
}
