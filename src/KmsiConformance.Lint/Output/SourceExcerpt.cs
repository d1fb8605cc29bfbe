using System.Text;

namespace KmsiConformance.Lint.Output;

/// <summary>A line of a file with a mark under what is meant.</summary>
/// <param name="Line">The line, safe to print: no control characters, long lines cut around the mark.</param>
/// <param name="Underline">Spaces and then one <c>^</c> for each marked character.</param>
public sealed record SourceExcerpt(string Line, string Underline)
{
    private const int Widest = 110;

    /// <summary>Makes the excerpt of a line.</summary>
    /// <param name="column">Where the mark begins, from 1.</param>
    public static SourceExcerpt Of(string line, int column)
    {
        var start = Math.Clamp(column - 1, 0, line.Length);
        var length = Math.Max(1, TokenEnd(line, start) - start);
        var from = start + Math.Min(length, 40) <= Widest ? 0 : Math.Max(0, start - 30);
        var shown = line.Length - from <= Widest ? line[from..] : line[from..(from + Widest)];
        var lead = from > 0 ? "…" : "";
        var indent = lead.Length + start - from;
        return new SourceExcerpt(
            lead + Safe(shown) + (from + shown.Length < line.Length ? "…" : ""),
            new string(' ', indent) + new string('^', Math.Max(1, Math.Min(length, from + shown.Length - start))));
    }

    // An attribute to its closing quote, an element's name to its end.
    private static int TokenEnd(string line, int start)
    {
        var at = start;
        while (at < line.Length && !char.IsWhiteSpace(line[at]) && line[at] is not ('=' or '>' or '/' or '<')) at++;
        if (at + 1 >= line.Length || line[at] != '=' || line[at + 1] is not ('"' or '\'')) return at;
        var end = line.IndexOf(line[at + 1], at + 2);
        return end < 0 ? line.Length : end + 1;
    }

    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text) safe.Append(c == '\t' || char.IsControl(c) ? ' ' : c);
        return safe.ToString();
    }
}
