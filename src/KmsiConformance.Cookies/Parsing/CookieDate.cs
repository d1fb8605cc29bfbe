using System.Globalization;

namespace KmsiConformance.Cookies.Parsing;

/// <summary>The forgiving date of the <c>Expires</c> attribute (RFC 6265bis, 5.1.1).</summary>
public static class CookieDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>Reads a date, UTC; null when there is none. Never throws.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        (int Hour, int Minute, int Second)? time = null;
        int? day = null, month = null, year = null;
        foreach (var range in Tokens(text))
        {
            // The order matters, and each part is taken once: "10" is a day before it is a year.
            var token = text.AsSpan(range);
            if (time is null && Time(token) is { } foundTime) time = foundTime;
            else if (day is null && Number(token, 1, 2) is { } foundDay) day = foundDay;
            else if (month is null && Month(token) is { } foundMonth) month = foundMonth;
            else if (year is null && Number(token, 2, 4) is { } foundYear) year = foundYear;
        }

        if (time is not { } t || day is not { } d || month is not { } m || year is not { } y) return null;
        y += y switch { >= 70 and <= 99 => 1900, >= 0 and <= 69 => 2000, _ => 0 };
        if (y < 1601 || d < 1 || t.Hour > 23 || t.Minute > 59 || t.Second > 59 || d > DateTime.DaysInMonth(y, m)) return null;
        return new DateTimeOffset(y, m, d, t.Hour, t.Minute, t.Second, TimeSpan.Zero);
    }

    private static List<Range> Tokens(string text)
    {
        var tokens = new List<Range>(8);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && !IsDelimiter(text[i]);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            tokens.Add(start..i);
            start = -1;
        }

        return tokens;
    }

    private static bool IsDelimiter(char c) =>
        c is '\x09' or (>= '\x20' and <= '\x2F') or (>= '\x3B' and <= '\x40') or (>= '\x5B' and <= '\x60') or (>= '\x7B' and <= '\x7E');

    /// <summary>Digits at the beginning, as many as allowed, followed by none: the rest of the token does not matter.</summary>
    private static int? Number(ReadOnlySpan<char> token, int least, int most)
    {
        var digits = Digits(token);
        return digits >= least && digits <= most ? int.Parse(token[..digits], NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    private static (int Hour, int Minute, int Second)? Time(ReadOnlySpan<char> token)
    {
        Span<int> fields = stackalloc int[3];
        for (var i = 0; i < 3; i++)
        {
            if (i > 0)
            {
                if (token.IsEmpty || token[0] != ':') return null;
                token = token[1..];
            }

            if (Number(token, 1, 2) is not { } field) return null;
            fields[i] = field;
            token = token[Digits(token)..];
        }

        return (fields[0], fields[1], fields[2]);
    }

    private static int? Month(ReadOnlySpan<char> token)
    {
        if (token.Length < 3) return null;
        for (var i = 0; i < 12; i++)
            if (token[..3].Equals(Months.AsSpan(i * 3, 3), StringComparison.OrdinalIgnoreCase)) return i + 1;
        return null;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count])) count++;
        return count;
    }
}
