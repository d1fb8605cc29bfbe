using System.Globalization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting;

/// <summary>How times, durations and verdicts are put into words. The same in every culture.</summary>
public static class Wording
{
    /// <summary>A world time since the start: <c>+20 min</c>, <c>+7 d 0:01</c>. Seconds go once minutes tell enough.</summary>
    public static string Since(DateTimeOffset start, DateTimeOffset at)
    {
        var since = at - start;
        return since < TimeSpan.Zero ? "-" + Span(-since) : "+" + Span(since);
    }

    /// <summary>A span of world time in at most two units: <c>45 s</c>, <c>1 min 5 s</c>, <c>2 h 5 min</c>, <c>6 d 23:59</c>.</summary>
    public static string Span(TimeSpan span)
    {
        if (span.TotalDays >= 1)
            return span is { Hours: 0, Minutes: 0 } ? $"{span.Days} d" : $"{span.Days} d {span.Hours}:{span.Minutes:00}";
        if (span.TotalHours >= 1) return span.Minutes == 0 ? $"{span.Hours} h" : $"{span.Hours} h {span.Minutes} min";
        if (span.TotalMinutes >= 10 || (span.TotalMinutes >= 1 && span.Seconds == 0)) return $"{span.Minutes} min";
        return span.TotalMinutes >= 1 ? $"{span.Minutes} min {span.Seconds} s" : $"{span.Seconds} s";
    }

    /// <summary>A real duration: <c>85 ms</c>, <c>2.4 s</c>, <c>3 min 20 s</c>.</summary>
    public static string Took(long milliseconds) => milliseconds switch
    {
        < 1000 => $"{milliseconds} ms",
        < 60_000 => (milliseconds / 1000.0).ToString("0.0", CultureInfo.InvariantCulture) + " s",
        _ => Span(TimeSpan.FromMilliseconds(milliseconds)),
    };

    /// <summary>A moment in UTC: <c>2026-01-08 09:21:03 UTC</c>.</summary>
    public static string Utc(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A moment for machines: <c>2026-01-08T09:21:03Z</c>.</summary>
    public static string Iso(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The verdict as people say it: <c>Can't tell</c>.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.CantTell => "Can't tell",
        _ => verdict.ToString(),
    };
}
