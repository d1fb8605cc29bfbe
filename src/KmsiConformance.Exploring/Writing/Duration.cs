using System.Globalization;

namespace KmsiConformance.Exploring.Writing;

/// <summary>Durations in the words of scenarios.</summary>
internal static class Duration
{
    /// <summary>In days, hours or minutes, whichever it is a whole number of.</summary>
    public static string Of(TimeSpan time)
    {
        var days = (long)time.TotalDays;
        return TimeSpan.FromDays(days) == time ? Words(days, "day") : InHours(time);
    }

    /// <summary>In hours or minutes, whichever it is a whole number of: the settings of sessions are not written in days.</summary>
    public static string InHours(TimeSpan time)
    {
        var minutes = (long)time.TotalMinutes;
        return minutes % 60 == 0 ? Words(minutes / 60, "hour") : Words(minutes, "minute");
    }

    private static string Words(long number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
