using System.Globalization;
using System.Text;
using KmsiConformance.Ledger;

namespace KmsiConformance.Suite.Baselines;

/// <summary>Writes baselines, and changes them line by line: what people wrote between and above the entries stays.</summary>
public static class BaselineText
{
    /// <summary>The head of a new file.</summary>
    public const string Head =
        "# Results that are lived with until some day. See docs/baselines.md.\n" + BaselineReader.Key + ":\n";

    /// <summary>One entry, as lines of a file.</summary>
    public static string Of(BaselineEntry entry)
    {
        var text = new StringBuilder();
        Line(text, "  - scenario: ", entry.Scenarios);
        Line(text, "    verdict: ", entry.Verdict.Text());
        if (entry.Check is { } check) Line(text, "    check: ", check);
        if (entry.Seen is { } seen) Line(text, "    seen: ", seen);
        if (entry.Browser is { } browser) Line(text, "    browser: ", browser);
        if (entry.Profile is { } profile) Line(text, "    profile: ", profile);
        Line(text, "    reason: ", entry.Reason);
        if (entry.Ticket is { } ticket) Line(text, "    ticket: ", ticket);
        Line(text, "    owner: ", entry.Owner);
        Line(text, "    until: ", entry.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return text.ToString();
    }

    /// <summary>A file's text without some of its entries, and without the comments right above them.</summary>
    /// <param name="all">All entries of the text.</param>
    /// <param name="gone">Those that go.</param>
    public static string Without(string text, IReadOnlyList<BaselineEntry> all, IReadOnlyCollection<BaselineEntry> gone)
    {
        var lines = text.Split('\n').ToList();
        var starts = all.Select(entry => Start(lines, entry.Line - 1)).ToList();
        var kept = new List<string>(lines[..(starts.Count > 0 ? starts[0] : lines.Count)]);
        for (var at = 0; at < starts.Count; at++)
        {
            var end = at + 1 < starts.Count ? starts[at + 1] : lines.Count;
            if (!gone.Contains(all[at])) kept.AddRange(lines[starts[at]..end]);
        }

        return string.Join('\n', kept).TrimEnd('\n') + "\n";
    }

    private static int Start(List<string> lines, int line)
    {
        while (line > 0 && lines[line - 1].TrimStart().StartsWith('#')) line--;
        return line;
    }

    // Quoted always: nothing that a scenario or a person says becomes a key or a comment.
    private static void Line(StringBuilder text, string key, string value) =>
        text.Append(key).Append('\'').Append(value.ReplaceLineEndings(" ").Replace("'", "''", StringComparison.Ordinal)).Append("'\n");
}
