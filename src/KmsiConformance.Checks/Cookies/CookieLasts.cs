using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The cookie's expiry lies a given time ahead of when it was last set (R-042, R-046).</summary>
/// <param name="duration">How long it has to last.</param>
/// <param name="words">The duration as the scenario writes it.</param>
public sealed class CookieLasts(MeantCookie meant, TimeSpan duration, string words)
    : CookieCheck(meant, $"{meant} lasts {words}{(words == Span(duration) ? "" : $" ({Span(duration)})")}")
{
    /// <summary>
    /// What counts as equal. Services round to whole minutes and clocks differ, so days get 5 minutes; short times
    /// must be met to 5 seconds, or half of the time if that is less.
    /// </summary>
    private TimeSpan Tolerance => duration >= TimeSpan.FromHours(1) ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(Math.Min(5,
        duration.TotalSeconds / 2));

    protected override bool IsAboutKeeping => true;

    protected override bool Meets(CookieChanged cookie, Evidence evidence) =>
        cookie.ExpiresAt is { } until && (until - cookie.At - duration).Duration() <= Tolerance;

    protected override string Seen(CookieChanged cookie, Evidence evidence) => cookie.ExpiresAt is { } until
        ? $"{cookie.Name}, last set {cookie.At:u}, lasts {Span(until - cookie.At)}, until {until:u}"
        : $"{cookie.Name} has no expiry: it ends with the browser session";

    private static string Span(TimeSpan span)
    {
        var rounded = TimeSpan.FromSeconds(Math.Round(span.TotalSeconds));
        return rounded switch
        {
            { TotalDays: >= 1 } when rounded.Hours == 0 && rounded.Minutes == 0 => $"{rounded.Days} days",
            { TotalDays: >= 1 } => $"{rounded.Days} days {rounded.Hours} hours {rounded.Minutes} minutes",
            { TotalMinutes: >= 1 } => $"{(int)rounded.TotalSeconds} seconds",
            _ => $"{span.TotalSeconds:0.#} seconds",
        };
    }
}
