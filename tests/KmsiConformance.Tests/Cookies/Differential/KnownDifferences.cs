using System.Text.RegularExpressions;
using KmsiConformance.Cookies.Parsing;

namespace KmsiConformance.Tests.Cookies.Differential;

/// <summary>A header of which Chromium makes something else than the draft says.</summary>
/// <param name="Reason">Why the simulation follows the draft all the same.</param>
/// <param name="Concerns">Whether a header is one of those.</param>
internal sealed record KnownDifference(string Reason, Func<string, bool> Concerns);

/// <summary>Every difference between the simulated browser and Chromium that the differential test accepts. There are no others.</summary>
internal static partial class KnownDifferences
{
    public static IReadOnlyList<KnownDifference> All { get; } =
    [
        new("Chromium ignores a header with a tab inside any of its parts; the draft counts the tab as white space and keeps it (5.6, step 1).",
            header => header.Split(';').SelectMany(part => part.Split('=', 2)).Any(part => part.Trim(' ', '\t').Contains('\t'))),
        new("Chromium refuses a value with '=' that has no name, because it would come back as a name; the draft does not (5.6, step 3).",
            header => Parsed(header) is { Name: "" } set && set.Value.Contains('=')),
        new("Chromium wants Path=/ written out for __Host-; by the draft an empty Path will do where the default path is / (5.7, step 21).",
            header => Parsed(header) is var set && set.Name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase)
                && set.Attributes.Last("Path") is { } path && !path.StartsWith('/')),
        new("Chromium looks at the last Max-Age and the last Expires only; by the draft one that cannot be read is as if it were not there (5.6.1, 5.6.2).",
            header => new[] { "Max-Age", "Expires" }.Any(name => Parsed(header).Attributes.Count(attribute => attribute.Is(name)) > 1)),
        new("Chromium reads no day with letters behind it (9th Jan 2027); by the grammar the rest of the token does not matter (5.1.1).",
            header => Expires(header) is { } date && DayWithLetters().IsMatch(date)),
        new("Chromium takes a year before 1601 for a time long past; by the draft it is no date (5.1.1, step 5).",
            header => Expires(header)?.Contains("1600", StringComparison.Ordinal) == true),
    ];

    /// <summary>Whether a header is one of any of them.</summary>
    public static bool Concern(string header) => All.Any(known => known.Concerns(header));

    /// <summary>Whether a header makes a cookie without a name: all of those replace each other.</summary>
    public static bool IsNameless(string header) => Parsed(header).Name.Length == 0;

    private static string? Expires(string header) => Parsed(header).Attributes.Last("Expires");

    private static SetCookieString Parsed(string header)
    {
        SetCookieString.Parse(header, out var parsed);
        return parsed;
    }

    [GeneratedRegex(@"\b[0-9]{1,2}[a-z]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DayWithLetters();
}
