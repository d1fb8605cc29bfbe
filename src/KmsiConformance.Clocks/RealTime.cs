namespace KmsiConformance.Clocks;

/// <summary>
/// Real time: the machine's clock and real waiting. Everything else in the harness asks a world's
/// <see cref="TimeProvider"/>; an analyzer keeps it so.
/// </summary>
public static class RealTime
{
    /// <summary>The machine's clock, UTC, moved by no world.</summary>
    public static DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    /// <summary>Waits for real; for polling the operating system and for <see cref="ClockMode.Real"/>.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public static Task Delay(TimeSpan time, CancellationToken cancellation = default) => Task.Delay(time, cancellation);

    /// <summary>Keeps the calling thread waiting for real.</summary>
    public static void Sleep(TimeSpan time) => Thread.Sleep(time);
}
