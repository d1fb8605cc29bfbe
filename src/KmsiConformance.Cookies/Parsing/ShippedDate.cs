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
            // The length of the whole token decides what a number is, whatever stands behind its digits.
            if (!char.IsAsciiDigit(token[0])) month ??= Month(token);
            else if (token.Contains(':')) time ??= Time(token);
            else if (day is null && token.Length <= LongestDay) day = Digits(token);
            else if (year is null && token.Length <= LongestYear) year = Digits(token);
        }

        if (time is not { } t || day is not { } d || month is not { } m || year is not { } y) return null;
        y += y switch { >= 70 and <= 99 => 1900, >= 0 and <= 69 => 2000, _ => 0 };
        if (d is < 1 or > 31 || t.Hour > 23 || t.Minute > 59 || t.Second > 60) return null;
        if (y < FirstYear) return DateTimeOffset.MinValue;
        if (y > DateTime.MaxValue.Year) return DateTimeOffset.MaxValue;

        // A leap second is the first of the next minute; a day that its month does not have is no date.
        return d > DateTime.DaysInMonth(y, m) || t.Second > 59
            ? null
            : new DateTimeOffset(y, m, d, t.Hour, t.Minute, t.Second, TimeSpan.Zero);
    }

    // All that is neither letter nor digit nor colon, as far as ASCII goes.
    private static readonly char[] Delimiters =
        [.. Enumerable.Range(0, 128).Select(code => (char)code).Where(c => c == '\t' || c is >= ' ' and < '\x7F'
            && !char.IsAsciiLetterOrDigit(c) && c != ':')];

    private static int? Month(string token)
    {
        var at = Array.FindIndex(Months, month => token.StartsWith(month, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : at + 1;
    }

    // Three numbers of at most two digits; what follows the third does not matter.
    private static (int Hour, int Minute, int Second)? Time(string token)
    {
        var parts = token.Split(':');
        if (parts.Length < 3 || parts.Take(2).Any(part => part.Length is < 1 or > 2 || !part.All(char.IsAsciiDigit))) return null;
        return parts[2].Length > 0 && char.IsAsciiDigit(parts[2][0])
            ? (Digits(parts[0]), Digits(parts[1]), Digits(parts[2][..Math.Min(2, parts[2].Length)]))
            : null;
    }

    private static int Digits(string token)
    {
        var count = token.TakeWhile(char.IsAsciiDigit).Count();
        return count == 0 ? 0 : int.Parse(token.AsSpan(0, count), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
