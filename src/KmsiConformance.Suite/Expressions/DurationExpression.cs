using System.Globalization;
using System.Text.RegularExpressions;

namespace KmsiConformance.Suite.Expressions;

/// <summary>
/// A length of time as scenarios write it: <c>7 days</c>, <c>session + 1 minute</c>, <c>2 * keep-alive - 1 hour</c>,
/// <c>maximum / 24</c>.
/// The names stand for the settings in force, so that one scenario serves every setting.
/// </summary>
public sealed partial class DurationExpression
{
    private const long LongestInSeconds = 1000L * 366 * 86_400;

    private static readonly TimeSpan FarFromNow = TimeSpan.FromMinutes(5);

    private readonly IReadOnlyList<Term> _terms;

    private DurationExpression(string text, IReadOnlyList<Term> terms)
    {
        Text = text;
        _terms = terms;
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">The message says what was expected and where.</exception>
    public static DurationExpression Parse(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0
            ? throw new FormatException("Expected a duration such as '7 days' or 'session + 1 minute', found nothing.")
            : new DurationExpression(trimmed, Terms(trimmed));
    }

    /// <summary>The length of time under these settings.</summary>
    /// <exception cref="FormatException">It names keep-alive, and nobody can be kept signed in.</exception>
    public TimeSpan Evaluate(SettingsInForce settings) =>
        _terms.Aggregate(TimeSpan.Zero, (sum, term) => sum + term.Factor * Atom(term, settings) / term.Divisor);

    /// <summary>Whether a setting is named in it.</summary>
    public bool Names(string setting) => _terms.Any(term => term.Name == setting);

    /// <summary>Whether any setting is named in it.</summary>
    public bool NamesSettings => _terms.Any(term => term.Name.Length > 0);

    /// <summary>
    /// Whether minutes matter: <c>session - 1 minute</c> and <c>31 minutes</c> stay close to a limit, <c>2 minutes</c> to none.
    /// </summary>
    public bool IsToTheMinute => _terms.Any(term =>
        term.Name.Length == 0 && term.Length < TimeSpan.FromHours(1) && (_terms.Count > 1 || term.Length >= FarFromNow));

    public override string ToString() => Text;

    private static TimeSpan Atom(Term term, SettingsInForce settings) => term.Name.Length == 0
        ? term.Length
        : settings.Find(term.Name) ?? throw new FormatException(
            $"'{term.Name}' is used, but the policy in force has no " + (term.Name == SettingsInForce.KeepAliveName
                ? "KeepAliveInDays above 0. Write the days out." : "such limit. Write the time out."));

    internal static List<Term> Terms(string text)
    {
        var terms = new List<Term>();
        var at = 0;
        while (at < text.Length)
        {
            var match = TermPattern().Match(text, at);
            if (!match.Success || match.Index != at || terms.Count > 0 && !match.Groups["sign"].Success)
                throw new FormatException($"Expected a duration such as '7 days' or 'session + 1 minute' at '{text[at..].Trim()}'.");
            terms.Add(Read(match));
            at = match.Index + match.Length;
        }

        return terms;
    }

    private static Term Read(Match match)
    {
        var sign = match.Groups["sign"].Value == "-" ? -1 : 1;
        var name = match.Groups["name"].Value;
        if (name.Length > 0)
        {
            var times = match.Groups["times"].Success ? int.Parse(match.Groups["times"].Value, CultureInfo.InvariantCulture) : 1;
            var parts = match.Groups["parts"].Success ? int.Parse(match.Groups["parts"].Value, CultureInfo.InvariantCulture) : 1;
            return parts > 0
                ? new Term(sign * times, name, TimeSpan.Zero) { Divisor = parts }
                : throw new FormatException($"'{match.Value.Trim()}' is no length: expected a part such as '{name} / 2'.");
        }

        var amount = int.Parse(match.Groups["amount"].Value, CultureInfo.InvariantCulture);
        var seconds = match.Groups["unit"].Value switch
        {
            "second" or "seconds" => 1L,
            "minute" or "minutes" => 60,
            "hour" or "hours" => 3600,
            _ => 86_400,
        } * amount;
        return seconds <= LongestInSeconds
            ? new Term(sign, "", TimeSpan.FromSeconds(seconds))
            : throw new FormatException($"'{match.Value.Trim()}' is longer than any calendar: a thousand years at most.");
    }

    [GeneratedRegex(
        @"\s*(?<sign>[+-])?\s*(?:(?:(?<times>\d{1,4})\s*\*\s*)?(?<name>session|keep-alive-maximum|keep-alive|maximum)\b"
        + @"(?:\s*/\s*(?<parts>\d{1,4})\b)?"
        + @"|(?<amount>\d{1,8})\s*(?<unit>seconds?|minutes?|hours?|days?)\b)\s*",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TermPattern();

    internal sealed record Term(int Factor, string Name, TimeSpan Length)
    {
        /// <summary>Into how many equal parts it is divided.</summary>
        public int Divisor { get; init; } = 1;
    }
}
