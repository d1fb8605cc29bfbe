using System.Globalization;

namespace KmsiConformance.Clocks.Standstills;

/// <summary>
/// How much of a span of real time somebody on this machine had to wait for a processor: the kernel counts it
/// (<c>/proc/pressure/cpu</c>), and where it does not, <see cref="Heartbeat"/> knows how late it beat.
/// </summary>
public sealed class CpuPressure
{
    /// <summary>How much longer a limit is at most: where somebody waited for a processor all the time.</summary>
    public const double MostStretch = 4;

    private const string Counter = "/proc/pressure/cpu";

    private readonly Func<TimeSpan> _waited;
    private readonly TimeProvider _time;
    private readonly TimeSpan _before;
    private readonly long _since;

    /// <summary>From now on, on this machine.</summary>
    public CpuPressure()
        : this(Waited, TimeProvider.System)
    {
    }

    /// <summary>From now on.</summary>
    /// <param name="waited">How long somebody waited in all.</param>
    /// <param name="time">Real time.</param>
    internal CpuPressure(Func<TimeSpan> waited, TimeProvider time) =>
        (_waited, _time, _before, _since) = (waited, time, waited(), time.GetTimestamp());

    /// <summary>Of the time since this was made: from 0 (nobody waited) to 1 (somebody waited all the time).</summary>
    public double Share => _time.GetElapsedTime(_since) is { Ticks: > 0 } passed ? Math.Clamp((_waited() - _before) / passed, 0, 1) : 0;

    /// <summary>How many times as long a limit is: from 1 to <see cref="MostStretch"/>.</summary>
    public double Stretch => StretchOf(Share);

    /// <summary>A limit for what begins now, by how the last ten seconds were.</summary>
    public static TimeSpan Stretched(TimeSpan quiet) => quiet * StretchOf(Field("avg10=") / 100 ?? 0);

    /// <summary>Waits until nobody waits for a processor most of the time, as far as the last ten seconds say.</summary>
    /// <param name="most">Real time after which it is not waited for any longer.</param>
    public static async Task CalmAsync(TimeSpan most, CancellationToken cancellation)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (Field("avg10=") > 50 && TimeProvider.System.GetElapsedTime(since) < most)
            await RealTime.Delay(TimeSpan.FromMilliseconds(500), cancellation);
    }

    private static double StretchOf(double share) => 1 + (MostStretch - 1) * Math.Clamp(share, 0, 1);

    private static TimeSpan Waited() => Field("total=") is { } microseconds
        ? TimeSpan.FromMicroseconds(microseconds)
        : Heartbeat.OfThisProcess.Late;

    // "some avg10=0.00 avg60=0.00 avg300=0.00 total=12345"; the averages in percent, the total in microseconds.
    private static double? Field(string name)
    {
        try
        {
            var field = File.Exists(Counter)
                ? File.ReadLines(Counter).First().Split(' ').FirstOrDefault(field => field.StartsWith(name, StringComparison.Ordinal))
                : null;
            return double.TryParse(field?[name.Length..], CultureInfo.InvariantCulture, out var value) ? value : null;
        }
        catch (Exception untold) when (untold is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }
}
