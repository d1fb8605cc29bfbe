using System.Globalization;

namespace KmsiConformance.Runner;

/// <summary>A step that did not end in time, and who may be to blame.</summary>
/// <param name="IsTheMachines">Whether the machine is as likely to blame as whoever was waited for.</param>
/// <param name="Words">As a clause.</param>
internal sealed record LateStep(bool IsTheMachines, string Words)
{
    // Half of the time nobody did what they could have done.
    private const double Slow = 0.5;

    /// <summary>What to say of it.</summary>
    /// <param name="limit">The real time that it was given.</param>
    /// <param name="pressure">In what part of it somebody waited for a processor: from 0 to 1.</param>
    /// <param name="load">The machine's load, in words; null where it is not told.</param>
    public static LateStep Of(TimeSpan limit, double pressure, string? load)
    {
        var late = string.Create(CultureInfo.InvariantCulture, $"the step did not end within {limit.TotalSeconds:0} s of real time");
        return pressure < Slow ? new(false, late) : new(true, string.Create(
            CultureInfo.InvariantCulture,
            $"this machine was too slow: {late}, and for {100 * pressure:0} % of it somebody waited for a processor"
            + $"{(load is null ? "" : $" ({load})")}"));
    }
}
