using System.Globalization;
using System.Text.RegularExpressions;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Measured;
using KmsiConformance.Suite.Expressions;

namespace KmsiConformance.Cli.Measured;

/// <summary>
/// Writes what was measured into a target file as its declared policy, so that later runs see the day on which it changes. Whatever was
/// not measured stays as it is, and so do comments.
/// </summary>
internal static class DeclaredByMeasure
{
    private static readonly TimeSpan[] Units = [TimeSpan.FromDays(1), TimeSpan.FromHours(1), TimeSpan.FromMinutes(1)];

    /// <summary>Writes it.</summary>
    /// <param name="file">The target file.</param>
    /// <returns>The settings that it wrote, in words; null where no life was measured, and the file stays as it is.</returns>
    /// <exception cref="UserErrorException">The file has no block of settings that can be written into.</exception>
    public static string? Write(string file, Measurement measured)
    {
        var (without, with) = (measured.Server.WithoutBox, measured.Server.WithBox);
        if (End(without) is null && End(with) is null) return null;
        var settings = Settings(measured);
        var (lines, begin) = Block(file);
        foreach (var (key, value) in settings) Set(lines, begin, key, value);
        var unlike = ExtendedUnlike(measured);
        if (unlike && lines.Exists(line => line.TrimEnd() == "protocol: none")) Set(lines, begin, "expiry", null);

        // A limit that was not seen, though use was tried, would be one that is declared beside a length that was.
        if (Limit(without) is null && HasNoLimit(without)) Set(lines, begin, "maximum", null);
        if (Limit(with) is null && (HasNoLimit(with) || measured.OffersBox == false)) Set(lines, begin, "keep-alive-maximum", null);
        RunFolder.WriteWhole(file, string.Join('\n', lines));
        return $"{file}, policy: {string.Join(", ", settings.Select(setting => $"{setting.Key}: {setting.Value}"))}"
            + (unlike ? ". Use extends one of the two lives and not the other, which 'expiry' cannot say" : "");
    }

    private static bool ExtendedUnlike(Measurement measured) =>
        (measured.Server.WithoutBox?.Renewal?.Slides, measured.Server.WithBox?.Renewal?.Slides) is ({ } without, { } with)
        && without != with;

    /// <summary>Refuses a file into which nothing could be written.</summary>
    /// <exception cref="UserErrorException">The file has no block of settings that can be written into.</exception>
    public static void Demand(string file) => _ = Block(file);

    /// <summary>A length within the bounds that takes the largest unit, in words: <c>14 days</c>, <c>90 minutes</c>.</summary>
    internal static string Whole(double lowerSeconds, double upperSeconds)
    {
        foreach (var unit in Units)
        {
            var number = Math.Floor(upperSeconds / unit.TotalSeconds);
            if (number >= 1 && number * unit.TotalSeconds >= lowerSeconds) return Lengths.Words(unit * number);
        }

        return Lengths.Words(TimeSpan.FromMinutes(Math.Max(1, Math.Round((lowerSeconds + upperSeconds) / 120))));
    }

    private static (List<string> Lines, int Begin) Block(string file)
    {
        var lines = File.ReadAllText(file).Split('\n').ToList();
        var begin = lines.FindIndex(line => line.TrimEnd() == "policy:");
        return begin >= 0 ? (lines, begin) : throw new UserErrorException(
            $"{file} has no line 'policy:' with settings below it, into which --write-policy could write. Write one, with 'from'.");
    }

    private static IReadOnlyDictionary<string, string> Settings(Measurement measured)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        var (without, with) = (measured.Server.WithoutBox, measured.Server.WithBox);
        if (End(without) is { } session) settings["session"] = session;
        if (End(with) is { } kept) settings["keep-alive"] = kept;
        else if (measured.OffersBox == false) settings["keep-alive"] = "none";
        var slides = new[] { without, with }.Select(life => life?.Renewal?.Slides).OfType<bool>().Distinct().ToList();
        if (slides is [var rolls]) settings["expiry"] = rolls ? "rolling" : "absolute";
        if (measured.OffersBox is { } offers) settings["keep-me-signed-in"] = offers ? "offered" : "hidden";
        if (Limit(without) is { } maximum) settings["maximum"] = maximum;
        if (Limit(with) is { } keptMaximum) settings["keep-alive-maximum"] = keptMaximum;
        settings["from"] = string.Create(
            CultureInfo.InvariantCulture,
            $"measured on {measured.StartedUtc.UtcDateTime:yyyy-MM-dd} by kmsi measure, and promised by nobody");
        return settings;
    }

    private static string? End(MeasuredLife? life) =>
        life is { UpperSeconds: { } upper, Unstable: false } ? Whole(life.LowerSeconds, upper) : null;

    // Use does not extend it, or was tried for as long as anybody looked and ended nothing.
    private static bool HasNoLimit(MeasuredLife? life) =>
        life is { Unstable: false, Renewal.Slides: false } or { Unstable: false, Maximum.UpperSeconds: null, Maximum: not null };

    private static string? Limit(MeasuredLife? life) =>
        life?.Maximum is { UpperSeconds: { } upper } limit ? Whole(limit.LowerSeconds, upper) : null;

    // In place of the line that says it, or would if it were no comment; otherwise as a new one.
    private static void Set(List<string> lines, int begin, string key, string? value)
    {
        var end = lines.FindIndex(begin + 1, line => line.Length > 0 && line[0] is not (' ' or '#' or '\r'));
        if (end < 0) end = lines.Count;
        var said = new Regex($"^ +{Regex.Escape(key)} *:", RegexOptions.NonBacktracking);
        var hinted = new Regex($"^ +# *{Regex.Escape(key)} *:", RegexOptions.NonBacktracking);
        var at = lines.FindIndex(begin + 1, end - begin - 1, said.IsMatch);
        if (at >= 0)
        {
            // A text of several lines is one value.
            var own = lines[at].Length - lines[at].TrimStart().Length;
            while (at + 1 < end && lines[at + 1].TrimStart().Length > 0 && lines[at + 1].Length - lines[at + 1].TrimStart().Length > own)
            {
                lines.RemoveAt(at + 1);
                end--;
            }
        }

        if (value is null)
        {
            if (at >= 0) lines.RemoveAt(at);
            return;
        }

        if (at < 0) at = lines.FindIndex(begin + 1, end - begin - 1, hinted.IsMatch);
        var block = lines.Skip(begin + 1).Take(end - begin - 1);
        var indent = block.FirstOrDefault(line => line.TrimStart().Length > 0 && line[0] == ' ') is { } first
            ? first.Length - first.TrimStart().Length
            : 2;
        var text = $"{new string(' ', indent)}{key}: {value}";
        if (at < 0) lines.Insert(begin + 1, text);
        else lines[at] = text + (said.IsMatch(lines[at]) && lines[at].IndexOf(" #", StringComparison.Ordinal) is > 0 and var comment
            ? lines[at][comment..]
            : "");
    }
}
