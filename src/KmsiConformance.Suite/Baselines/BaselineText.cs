using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KmsiConformance.Ledger;

namespace KmsiConformance.Suite.Baselines;

/// <summary>Writes baselines, and changes them line by line: what people wrote between and above the entries stays.</summary>
public static partial class BaselineText
{
    /// <summary>The head of a new file.</summary>
    public const string Head =
        "# Results that are lived with until some day. See docs/baselines.md.\n" + BaselineReader.Key + ":\n";

    /// <summary>One entry, as lines of a file.</summary>
    /// <param name="indent">What stands before its dash.</param>
    public static string Of(BaselineEntry entry, string indent = "  ")
    {
        (string Key, string? Value)[] lines =
        [
            ("verdict", entry.Verdict.Text()), ("check", entry.Check), ("seen", entry.Seen), ("browser", entry.Browser),
            ("profile", entry.Profile), ("reason", entry.Reason), ("ticket", entry.Ticket), ("owner", entry.Owner),
            ("until", entry.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
        var text = new StringBuilder();
        Line(text, $"{indent}- scenario: ", entry.Scenarios);
        foreach (var (key, value) in lines)
            if (value is not null) Line(text, $"{indent}  {key}: ", value);
        return text.ToString();
    }

    /// <summary>A file's text without some of its entries, and without the comments right above them.</summary>
    /// <param name="all">All entries of the text.</param>
    /// <param name="gone">Those that go.</param>
    public static string Without(string text, IReadOnlyList<BaselineEntry> all, IReadOnlyCollection<BaselineEntry> gone)
    {
        var lines = text.Split('\n').ToList();
        var starts = all.Select(entry => Start(lines, entry.Line - 1)).ToList();
        if (starts.Count > 0 && (starts.Max() >= lines.Count || !starts.SequenceEqual(starts.Order()))) return text;
        var kept = new List<string>(lines[..(starts.Count > 0 ? starts[0] : lines.Count)]);
        for (var at = 0; at < starts.Count; at++)
        {
            var end = at + 1 < starts.Count ? starts[at + 1] : lines.Count;
            if (!gone.Contains(all[at])) kept.AddRange(lines[starts[at]..end]);
        }

        return string.Join('\n', kept).TrimEnd('\n') + "\n";
    }

    /// <summary>A file's text with more entries at its end.</summary>
    public static string With(string text, IEnumerable<BaselineEntry> added)
    {
        // As the others stand, and as their lines end.
        var indent = FirstDash().Match(text) is { Success: true } dash ? dash.Groups["indent"].Value : "  ";
        var more = string.Concat(added.Select(entry => Of(entry, indent)));
        if (more.Length == 0) return text;
        if (text.Contains("\r\n", StringComparison.Ordinal)) more = more.Replace("\n", "\r\n", StringComparison.Ordinal);

        // An empty list that is written out has no end to add to.
        return EmptyList().Replace(text, BaselineReader.Key + ":").TrimEnd('\n') + "\n" + more;
    }

    [GeneratedRegex("^" + BaselineReader.Key + @":[ \t]*\[[ \t]*\]", RegexOptions.Multiline, 1000)]
    private static partial Regex EmptyList();

    [GeneratedRegex(@"^(?<indent> *)- ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstDash();

    private static int Start(List<string> lines, int line)
    {
        while (line > 0 && lines[line - 1].TrimStart().StartsWith('#')) line--;
        return line;
    }

    // Quoted always: nothing that a scenario or a person says becomes a key or a comment.
    private static void Line(StringBuilder text, string key, string value) =>
        text.Append(key).Append('\'').Append(value.ReplaceLineEndings(" ").Replace("'", "''", StringComparison.Ordinal)).Append("'\n");
}
