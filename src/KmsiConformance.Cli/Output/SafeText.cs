using System.Text;
using System.Text.RegularExpressions;

namespace KmsiConformance.Cli.Output;

/// <summary>
/// Text as a terminal may have it. Names, titles and answers come from files and from targets: one that holds an escape sequence
/// would move the cursor, recolour what is above it, or write a verdict of its own; one that holds a command of a build server, which
/// reads along, would set a variable of the build.
/// </summary>
internal static partial class SafeText
{
    private const char FirstPicture = '\u2400';
    private const char PictureOfDelete = '\u2421';
    private const char Unknown = '\uFFFD';

    /// <summary>
    /// The text with a visible sign for each character that commands a terminal, and a gap in each word that commands a build server;
    /// line ends and tabs stay.
    /// </summary>
    public static string Of(string text) => WithoutWorkflowCommands(WithoutControls(text));

    // GitHub heeds ## and a name in brackets anywhere, and two colons where a line begins; Azure Pipelines ##vso[ anywhere.
    private static string WithoutWorkflowCommands(string text) =>
        text.Contains("##", StringComparison.Ordinal) || text.Contains("::", StringComparison.Ordinal)
            ? Colons().Replace(Hashes().Replace(text, "# #"), "$0 ") : text;

    private static string WithoutControls(string text)
    {
        var first = text.AsSpan().IndexOfAny(Commands);
        if (first < 0) return text;
        var safe = new StringBuilder(text.Length).Append(text, 0, first);
        for (var at = first; at < text.Length; at++)
        {
            var isLineEnd = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';
            safe.Append(isLineEnd ? '\r' : Sign(text[at]));
        }

        return safe.ToString();
    }

    /// <summary>One character, as the whole text is; a carriage return stays, for what comes after it is not known.</summary>
    public static char Of(char one) => one == '\r' ? one : Sign(one);

    /// <summary>The text on one line, whatever it holds.</summary>
    public static string OneLine(string text) => Of(text.ReplaceLineEndings(" "));

    /// <summary>The text with all lines after the first indented, so that none of them stands where the program's own lines do.</summary>
    public static string Indented(string text, string indent) => Of(text.ReplaceLineEndings("\n" + indent));

    private static char Sign(char one) => !Commands.Contains(one) ? one
        : one < ' ' ? (char)(FirstPicture + one)
        : one == '\u007F' ? PictureOfDelete
        : Unknown;

    // C0 without tab and line feed, delete, C1, and what turns the direction of writing round.
    private static readonly System.Buffers.SearchValues<char> Commands = System.Buffers.SearchValues.Create(
        [
            .. Enumerable.Range(0, 0x20).Select(code => (char)code).Except(['\t', '\n']),
            .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code),
            '\u200E', '\u200F', '\u061C', '\u2028', '\u2029',
            .. Enumerable.Range(0x202A, 5).Select(code => (char)code),
            .. Enumerable.Range(0x2066, 4).Select(code => (char)code),
        ]);

    [GeneratedRegex(@"##(?=\w*\[)", RegexOptions.None, 1000)]
    private static partial Regex Hashes();

    [GeneratedRegex(@"^\s*:(?=:)", RegexOptions.Multiline, 1000)]
    private static partial Regex Colons();
}
