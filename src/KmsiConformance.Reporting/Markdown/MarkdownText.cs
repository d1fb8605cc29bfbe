using System.Text;

namespace KmsiConformance.Reporting.Markdown;

/// <summary>Text that stays text in Markdown: no HTML, no links, no tables, nobody called by name, all on one line.</summary>
public static class MarkdownText
{
    /// <summary>More of one text is of no use in a summary.</summary>
    private const int Most = 1500;

    private const string Marks = "\\`*_[]|~#$!";

    /// <summary>The text with everything escaped that would be more than text.</summary>
    public static string Of(string text)
    {
        var plain = OneLine(text);
        var escaped = new StringBuilder(plain.Length);
        for (var at = 0; at < plain.Length; at++)
        {
            var one = plain[at];
            if (one is '<' or '>' or '&' or '@') escaped.Append(Entity(one));
            else if (Marks.Contains(one, StringComparison.Ordinal)) escaped.Append('\\').Append(one);
            else if (IsOfAddress(plain, at)) escaped.Append(Entity(one));
            else escaped.Append(one);
        }

        return escaped.ToString();
    }

    /// <summary>A name in the letters of code; a mark that would end it is written as another.</summary>
    public static string Code(string text) =>
        $"`{OneLine(text).Replace('`', '\'').Replace("|", "\u00A6", StringComparison.Ordinal)}`";

    // https://… and www.… would become links by themselves.
    private static bool IsOfAddress(string text, int at) =>
        (text[at] == ':' && string.CompareOrdinal(text, at, "://", 0, 3) == 0)
        || (text[at] == '.' && at >= 3 && string.Compare(text, at - 3, "www", 0, 3, StringComparison.OrdinalIgnoreCase) == 0);

    private static string OneLine(string text)
    {
        var plain = new StringBuilder(Math.Min(text.Length, Most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length >= Most) return plain.Append('…').ToString();
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune)) plain.Append(' ');
            else plain.Append(rune);
        }

        return plain.ToString().Trim();
    }

    private static string Entity(char one) => one switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '@' => "&#64;",
        ':' => "&#58;",
        _ => "&#46;",
    };
}
