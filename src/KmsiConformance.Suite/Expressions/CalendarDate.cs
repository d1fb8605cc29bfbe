using System.Globalization;

namespace KmsiConformance.Suite.Expressions;

/// <summary>
/// A date of the calendar with its time, UTC: <c>2027-03-28T00:30Z</c>, or <c>next 03-28T00:30Z</c> of whichever year comes.
/// </summary>
/// <param name="Year">Null for the next year that has such a day.</param>
internal sealed record CalendarDate(int? Year, int Month, int Day, TimeSpan Time)
{
    /// <summary>What stands before a date without a year.</summary>
    public const string Next = "next ";

    private const string WholeForm = "yyyy-MM-ddTHH:mm'Z'";

    // The leap day is at most eight years away.
    private const int MostYears = 8;

    private const int LeapYear = 2000;

    /// <summary>The date at the beginning of a text, and what follows it; null where there is none.</summary>
    /// <exception cref="FormatException">It begins as one does, and there is no such date.</exception>
    public static (CalendarDate Date, string Behind)? Find(string text)
    {
        var isNext = text.StartsWith(Next, StringComparison.Ordinal);
        if (!isNext && (text.Length == 0 || !char.IsAsciiDigit(text[0]))) return null;
        var end = text.IndexOf('Z', StringComparison.Ordinal) + 1;
        var written = isNext && end > Next.Length ? $"{LeapYear}-{text[Next.Length..end]}" : text[..end];
        if (!DateTime.TryParseExact(written, WholeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            throw new FormatException(
                $"Expected a date such as '2027-03-28T00:30Z', or 'next 03-28T00:30Z' of whichever year comes, found '{text}'.");
        return (new CalendarDate(isNext ? null : date.Year, date.Month, date.Day, date.TimeOfDay), text[end..]);
    }

    /// <summary>The moment; without a year the first one that is not before another moment.</summary>
    public DateTimeOffset From(DateTimeOffset earliest) => Year is { } year
        ? In(year)
        : Enumerable.Range(earliest.UtcDateTime.Year, MostYears + 1)
            .Where(candidate => Day <= DateTime.DaysInMonth(candidate, Month)).Select(In).First(moment => moment >= earliest);

    private DateTimeOffset In(int year) => new DateTimeOffset(year, Month, Day, 0, 0, 0, TimeSpan.Zero) + Time;
}
