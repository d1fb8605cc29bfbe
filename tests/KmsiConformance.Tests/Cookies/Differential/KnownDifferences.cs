using System.Text.RegularExpressions;
using KmsiConformance.Cookies;
using KmsiConformance.Cookies.Parsing;

namespace KmsiConformance.Tests.Cookies.Differential;

/// <summary>A header of which a browser makes something else than the draft says.</summary>
/// <param name="Browser">The browser.</param>
/// <param name="Reason">Why the simulation follows the draft all the same.</param>
/// <param name="Concerns">Whether a header is one of those.</param>
internal sealed record KnownDifference(string Browser, string Reason, Func<string, bool> Concerns);

/// <summary>
/// Every difference between the simulated browser and a real one that the differential test accepts. There are no others.
/// </summary>
internal sealed partial class KnownDifferences
{
    private const string Chromium = "chromium";
    private const string Firefox = "firefox";

    private static readonly IReadOnlyList<KnownDifference> Every =
    [
        new(Chromium,
            "Chromium ignores a header with a tab inside any of its parts; the draft counts the tab as white space and keeps it "
            + "(5.6, step 1).",
            header => header.Split(';').SelectMany(part => part.Split('=', 2)).Any(part => part.Trim(' ', '\t').Contains('\t'))),
        new(Chromium,
            "Chromium wants Path=/ written out for __Host-; by the draft an empty Path will do where the default path is / (5.7, step 21).",
            header => Parsed(header) is var set && set.Name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase)
                && set.Attributes.Last("Path") is { } path && !path.StartsWith('/')),
        new(Chromium,
            "Chromium looks at the last Max-Age and the last Expires only; by the draft one that cannot be read is as if it were "
            + "not there (5.6.1, 5.6.2).",
            header => new[] { "Max-Age", "Expires" }.Any(name => Parsed(header).Attributes.Count(attribute => attribute.Is(name)) > 1)),
        new(Firefox, "Firefox takes names and values for UTF-8 and replaces octets that are none; by the draft a cookie is octets (5.6).",
            header => Parsed(header) is var set && (set.Name + set.Value).Any(octet => octet >= 0x80)),
        new(Firefox,
            "Firefox takes a header without '=' for a name without value, and refuses an empty name; by the draft both are a value "
            + "without a name (5.6, step 3).",
            IsNameless),
        new(Firefox, "Firefox gives a __Host- cookie that names no path the path /; by the draft it must name it (5.7, step 21).",
            header => Parsed(header) is var set && set.Name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase)
                && set.Attributes.Last("Path")?.StartsWith('/') != true),
        new(Firefox,
            "Firefox looks at the last Max-Age and the last Expires only; by the draft one that cannot be read is as if it were "
            + "not there (5.6.1, 5.6.2).",
            header => new[] { "Max-Age", "Expires" }.Any(name => Parsed(header).Attributes.Count(attribute => attribute.Is(name)) > 1)),
        new(Firefox, "Firefox takes a Max-Age of '-' for a negative one; by the draft it is no number (5.6.2).",
            header => Parsed(header).Attributes.Any(attribute => attribute.Is("Max-Age") && attribute.Value == "-")),
        new(Firefox, "Firefox reads a time without seconds (00:00 GMT); by the grammar it is no time, and the date none (5.1.1).",
            header => Expires(header) is { } date && TimeWithoutSeconds().IsMatch(date)),
        new(Firefox,
            "Firefox reads no day with letters behind it (9th Jan 2027); by the grammar the rest of the token does not matter (5.1.1).",
            header => Expires(header) is { } date && DayWithLetters().IsMatch(date)),
        new(Firefox, "Firefox takes a year before 1601 for a time long past; by the draft it is no date (5.1.1, step 5).",
            header => Expires(header)?.Contains("1600", StringComparison.Ordinal) == true),
    ];

    private readonly string _browser;

    private KnownDifferences(string browser)
    {
        _browser = browser;
        All = [.. Every.Where(known => known.Browser == browser)];
    }

    /// <summary>The differences of one browser.</summary>
    public IReadOnlyList<KnownDifference> All { get; }

    /// <summary>The differences of a browser.</summary>
    public static KnownDifferences Of(string browser) => new(browser);

    /// <summary>
    /// What the simulation is told so that it makes the browser's choice where the draft leaves one or is not followed by all.
    /// </summary>
    /// <remarks>
    /// Only Chromium counts a cookie of another value as a new one, which decides the order in the header; and dates, and values
    /// without a name, are read its way by nobody else.
    /// </remarks>
    public CookiePolicy Policy => _browser == Chromium ? CookiePolicy.AsShipped : CookiePolicy.AsShipped with
    {
        NewValueIsNewCookie = false, NamelessMayHaveEquals = true, ReadsShippedDates = false,
    };

    /// <summary>Whether a header is one of any of them.</summary>
    public bool Concern(string header) => All.Any(known => known.Concerns(header));

    /// <summary>Whether a header makes a cookie without a name: all of those replace each other.</summary>
    public static bool IsNameless(string header) => Parsed(header).Name.Length == 0;

    private static string? Expires(string header) => Parsed(header).Attributes.Last("Expires");

    private static SetCookieString Parsed(string header)
    {
        SetCookieString.Parse(header, out var parsed);
        return parsed;
    }

    [GeneratedRegex(@"(?<![0-9:])[0-9]{1,2}:[0-9]{1,2}(?![0-9:])", RegexOptions.None, 1000)]
    private static partial Regex TimeWithoutSeconds();

    [GeneratedRegex(@"\b[0-9]{1,2}[a-z]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DayWithLetters();
}
