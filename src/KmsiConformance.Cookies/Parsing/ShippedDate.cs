using System.Globalization;

namespace KmsiConformance.Cookies.Parsing;

/// <summary>
/// The date of the <c>Expires</c> attribute as Chromium reads it: by the shape of each part, where the draft's grammar
/// (<see cref="CookieDate"/>) goes by its beginning. What it reads beyond any calendar counts as the end of time, or its beginning.
/// </summary>
public static class ShippedDate
{
    private const int LongestDay = 2;
    private const int LongestYear = 5;
    private const int FirstYear = 1601;

    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a date, UTC; null when there is none. Never throws.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        (int Hour, int Minute, int Second)? time = null;
        int? day = null, month = null, year = null;
        foreach (var token in text.Split(Delimiters, StringSplitOptions.RemoveEmptyEntries))
        {
            // The length of a number decides what it is; one with letters in it is none.
            if (!char.IsAsciiDigit(token[0])) month ??= Month(token);
            else if (token.Contains(':')) time ??= Time(token);
            else if (day is null && token.Length <= LongestDay) day = Number(token);
            else if (year is null && token.Length <= LongestYear) year = Number(token);
        }

        if (time is not { } t || day is not { } d || month is not { } m || year is not { } y) return null;
        y += y switch { >= 70 and <= 99 => 1900, >= 0 and <= 69 => 2000, _ => 0 };
        if (d < 1 || d > DaysInMonth(y, m) || t.Hour > 23 || t.Minute > 59 || t.Second > 59) return null;
        if (y < FirstYear) return DateTimeOffset.MinValue;
        return y > DateTime.MaxValue.Year
            ? DateTimeOffset.MaxValue
            : new DateTimeOffset(y, m, d, t.Hour, t.Minute, t.Second, TimeSpan.Zero);
    }

    // The calendar comes again every 400 years, also beyond the years that have a type.
    private static int DaysInMonth(int year, int month) => DateTime.DaysInMonth(2000 + year % 400, month);

    // All that is neither letter nor digit nor colon, as far as ASCII goes.
    private static readonly char[] Delimiters =
        [.. Enumerable.Range(0, 128).Select(code => (char)code).Where(c => c == '\t' || c is >= ' ' and < '\x7F'
            && !char.IsAsciiLetterOrDigit(c) && c != ':')];

    private static int? Month(string token)
    {
        var at = Array.FindIndex(Months, month => token.StartsWith(month, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : at + 1;
    }

    private static (int Hour, int Minute, int Second)? Time(string token)
    {
        var parts = token.Split(':').Select(Number).ToList();
        return parts is [{ } hour, { } minute, { } second] ? (hour, minute, second) : null;
    }

    private static int? Number(string token) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
