using System.Globalization;

namespace KmsiConformance.Clocks.Standstills;

/// <summary>
/// How much of a span of real time somebody on this machine had to wait for a processor: the kernel counts it
/// (<c>/proc/pressure/cpu</c>), and where it does not, nobody is known to have waited.
/// </summary>
public sealed class CpuPressure
{
    private const string Counter = "/proc/pressure/cpu";
    private readonly TimeSpan? _before = Waited();
    private readonly long _since = TimeProvider.System.GetTimestamp();

    /// <summary>Of the time since this was made: from 0 (nobody waited) to 1 (somebody waited all the time).</summary>
    public double Share
    {
        get
        {
            var passed = TimeProvider.System.GetElapsedTime(_since);
            return _before is { } before && Waited() is { } now && passed > TimeSpan.Zero
                ? Math.Clamp((now - before) / passed, 0, 1)
                : 0;
        }
    }

    // "some avg10=0.00 avg60=0.00 avg300=0.00 total=12345", in microseconds.
    private static TimeSpan? Waited()
    {
        try
        {
            const string total = "total=";
            var line = File.Exists(Counter) ? File.ReadLines(Counter).First() : "";
            var at = line.IndexOf(total, StringComparison.Ordinal);
            return at > 0 && long.TryParse(line[(at + total.Length)..], NumberStyles.None, CultureInfo.InvariantCulture, out var waited)
                ? TimeSpan.FromMicroseconds(waited)
                : null;
        }
        catch (Exception untold) when (untold is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }
}
