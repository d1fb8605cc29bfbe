using System.Globalization;
using System.Text.RegularExpressions;
using KmsiConformance.Ledger;

namespace KmsiConformance.Certification;

/// <summary>
/// The text of a target file as it may be given away. Secrets never stand in one by its rules, but nobody keeps somebody from writing one
/// into a variable or an argument of a product: what is named like a secret is taken out, and whatever was declared to be one.
/// </summary>
public static partial class TargetText
{
    private const string Out = "***";

    // Places hold words that secrets are called by, and are written in private letters meanwhile.
    private const char Begin = '\uE000';
    private const char End = '\uE001';

    /// <summary>What stands where something was taken out, as bytes.</summary>
    public static ReadOnlySpan<byte> Mark => "***"u8;

    /// <summary>The text without secrets; the same text where it has none.</summary>
    /// <param name="text">The file's text.</param>
    public static string WithoutSecrets(string text)
    {
        List<string> places = [];
        text = Place().Replace(text, found =>
        {
            places.Add(found.Value);
            return $"{Begin}{places.Count - 1}{End}";
        });
        text = Block().Replace(text, found => HoldsPlacesAlone(found.Groups["value"].Value) ? found.Value
            : $"{found.Groups["lead"].Value}{found.Groups["indent"].Value}  {Out}\n");
        text = Valued().Replace(text, found => IsReference(found.Groups["value"].Value) ? found.Value : found.Groups["lead"].Value + Out);
        text = Argued().Replace(text, found => found.Groups["lead"].Value + Out);
        text = Headed().Replace(text, found => found.Groups["lead"].Value + Out);
        text = Secrets.MaskText(UserInAddress().Replace(text, found => found.Groups["lead"].Value + Out + "@"));
        return Kept().Replace(text, found => places.ElementAtOrDefault(Number(found)) ?? found.Value);
    }

    private static bool HoldsPlacesAlone(string block) => OnlyPlaces().Replace(block, "").Trim('{', '}', '[', ']', ' ', '\n').Length == 0;

    private static int Number(Match found) => int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture);

    // Where a secret is kept is none, and neither is a place that an instance fills.
    private static bool IsReference(string value) => value.Trim('"', '\'') is var bare
        && (bare.StartsWith("env:", StringComparison.Ordinal) || bare.StartsWith("file:", StringComparison.Ordinal) || bare == "made"
            || Kept().Replace(bare, "") == "");

    // NAME: | and the lines below it that stand further to the right
    [GeneratedRegex(
        """^(?<lead>(?<indent>[ \t]*)[\w.-]*(?:passw|secret|token|credential|api[_-]?key|private[_-]?key)[\w.-]*[ \t]*:"""
        + """[ \t]*[|>][-+0-9]*[ \t]*\r?\n)(?<value>(?:\k<indent>[ \t]+[^\n]*(?:\n|\z)|[ \t]*\r?\n)+)""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Block();

    // NAME: value, NAME=value, "name": "value"
    [GeneratedRegex(
        """(?<lead>[\w.-]*(?:passw|secret|token|credential|api[_-]?key|private[_-]?key|one-time-code)[\w.-]*["']?[ \t]*[:=][ \t]*)"""
        + """(?<value>"[^"]+"|'[^']+'|[^\s"'#,\[\]{}|>][^\s"',\]}]*)""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Valued();

    // --password value, ["--password", "value"], and the same as a list of lines
    [GeneratedRegex(
        """(?<lead>--?[\w-]*(?:passw|secret|token|credential|api-?key)[\w-]*["']?(?:[ \t]*,[ \t]*|\s*\n\s*-[ \t]+|[ \t]+)["']?)"""
        + """(?<value>[^\s"',\]{}]+)""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Argued();

    [GeneratedRegex(
        """(?<lead>(?:authorization|cookie)["']?[ \t]*:[ \t]*["']?)(?<value>[^"'\r\n]+)""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Headed();

    [GeneratedRegex("""(?<lead>://)[^/\s@"']+@""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UserInAddress();

    [GeneratedRegex(@"\{[a-z-]+(:[\w.-]+)*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("\uE000(?<number>[0-9]{1,6})\uE001", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kept();

    // "name": "{place}",
    [GeneratedRegex("""[{\s]*"[^"\n]*"\s*:\s*"?\uE000[0-9]+\uE001"?[\s,}]*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OnlyPlaces();
}
