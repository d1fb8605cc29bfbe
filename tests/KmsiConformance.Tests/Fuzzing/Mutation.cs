using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KmsiConformance.Tests.Fuzzing;

/// <summary>A sound text made unsound, a little or wholly; the same seed does the same.</summary>
/// <param name="chance">Decides everything.</param>
/// <param name="corpus">Sound texts of the same kind, whose lines and words are mixed in.</param>
internal sealed partial class Mutation(Random chance, IReadOnlyList<string> corpus)
{
    private static readonly string[] Odd =
    [
        "", " ", "\n", "\r\n", "\t", "\0", "\u001B[31m", "\u202E", "\uFEFF", "\uFFFF", "\uD800", "é", "💥", "null", "~", "true", "[]",
        "{}", "[", "]",
        "{", "}", "\"", "'", ":", ": ", "- ", "&a", "*a", "&a [*a]", "<<: *a", "!!binary x", "!x", "|", ">", "%", "@", "`", "#", "---",
        "...", "? ",
        "{+csrf", "{name}", "..", "/", "\\", "<", ">", "</a>", "<a>", "<!DOCTYPE x [<!ENTITY e \"e\">]>", "&e;", "&#0;", "<![CDATA[",
        "]]>", "-1", "0",
        "2147483648", "99999999999999999999", "1e400", "NaN", "0x7f", "1 second", "0 days", "99999999 days", "session - 2 days",
        "keep-alive",
        "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "00:00:00", "10675199.02:48:05.4775807", "javascript:alert(1)", "http://[",
        "//", "$1", "(?<", "=", ";",
    ];

    /// <summary>The next one.</summary>
    public string Next()
    {
        var text = Any(corpus);
        for (var times = chance.Next(1, 5); times > 0; times--) text = Once(text);

        // No file holds half a character.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    private string Once(string text) => chance.Next(14) switch
    {
        0 => Flipped(text),
        1 => Lines(text, lines => lines.RemoveAt(chance.Next(lines.Count))),
        2 => Lines(text, lines => lines.Insert(chance.Next(lines.Count), Any(lines))),
        3 => Lines(text, lines =>
        {
            var line = Any(lines);
            lines.Remove(line);
            lines.Insert(chance.Next(lines.Count + 1), line);
        }),
        4 => Lines(text, lines => lines.Insert(chance.Next(lines.Count), Any(Any(corpus).Split('\n')))),
        5 => Lines(text, lines =>
        {
            var at = chance.Next(lines.Count);
            lines[at] = chance.Next(2) == 0 ? "  " + lines[at] : lines[at].TrimStart();
        }),
        6 => Token(text, _ => Any(Odd)),
        7 => Token(text, _ => Any(Words(Any(corpus)))),
        8 => Number(text),
        9 => text[..chance.Next(text.Length + 1)],
        10 => text[chance.Next(text.Length + 1)..],
        11 => text.Insert(chance.Next(text.Length + 1), Any(Odd)),
        12 => Nested(text),
        _ => Token(text, word => string.Concat(Enumerable.Repeat(word, chance.Next(2, 400)))),
    };

    private string Flipped(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var times = chance.Next(1, 4); times > 0 && bytes.Length > 0; times--)
            bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
        return Encoding.UTF8.GetString(bytes);
    }

    private static string Lines(string text, Action<List<string>> change)
    {
        List<string> lines = [.. text.Split('\n')];
        change(lines);
        return string.Join('\n', lines);
    }

    private string Token(string text, Func<string, string> instead)
    {
        var found = Word().Matches(text);
        if (found.Count == 0) return text;
        var one = found[chance.Next(found.Count)];
        return text[..one.Index] + instead(one.Value) + text[(one.Index + one.Length)..];
    }

    private string Number(string text)
    {
        var found = Digits().Matches(text);
        if (found.Count == 0) return text;
        var one = found[chance.Next(found.Count)];
        var blown = chance.Next(4) switch
        {
            0 => "-" + one.Value,
            1 => one.Value + new string('9', chance.Next(1, 25)),
            2 => chance.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
            _ => one.Value + ".5",
        };
        return text[..one.Index] + blown + text[(one.Index + one.Length)..];
    }

    private string Nested(string text)
    {
        var depth = chance.Next(2, 3000);
        var (open, close) = Any([("[", "]"), ("{a: ", "}"), ("<a>", "</a>"), ("{\"a\":", "}"), ("(", ")"), ("- ", "")]);
        return Token(text, word => string.Concat(Enumerable.Repeat(open, depth)) + word + string.Concat(Enumerable.Repeat(close, depth)));
    }

    private static List<string> Words(string text) => [.. Word().Matches(text).Select(word => word.Value).DefaultIfEmpty("")];

    private T Any<T>(IReadOnlyList<T> all) => all[chance.Next(all.Count)];

    [GeneratedRegex(@"[\w./-]+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
