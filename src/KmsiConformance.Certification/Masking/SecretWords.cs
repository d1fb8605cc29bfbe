using System.Globalization;
using System.Text.RegularExpressions;
using KmsiConformance.Ledger;

namespace KmsiConformance.Certification.Masking;

/// <summary>What secrets are called, and how they stand in running text: in commands, addresses, headers and connection strings.</summary>
internal static partial class SecretWords
{
    /// <summary>What stands where something was taken out.</summary>
    public const string Out = "***";

    private const string Inner =
        "passw|passphrase|passcode|secret|token|credential|pwd|(?:api|private|signing|access|account|encryption|shared)[_-]?key";

    private const string Name = $@"(?:[\w.-]*(?:{Inner}|one-time-code)[\w.-]*|(?:[\w.-]*[_.-])?(?:pass|pw)|[\w.-]*[_.-]key)";

    // Places hold words that secrets are called by, and are written in private letters meanwhile.
    private const char Begin = '\uE000';
    private const char End = '\uE001';

    // Members of a recipe, which hold selectors.
    private static readonly string[] OfRecipes =
        ["password", "current-password", "new-password", "new-password-again", "change-password", "one-time-code", "credentials"];

    /// <summary>Whether a member of this name holds a secret.</summary>
    public static bool IsName(string name, bool isRecipe) =>
        name != "password-changed" && !(isRecipe && OfRecipes.Contains(name, StringComparer.Ordinal)) && SecretName().IsMatch(name);

    /// <summary>Whether what follows this word of a command is a secret.</summary>
    public static bool IsOption(string word) => Option().IsMatch(word);

    /// <summary>Whether a value only says where a secret is kept, or is a place that an instance fills, or nothing.</summary>
    public static bool IsReference(string value)
    {
        var bare = Protected(value, []).Trim();
        return bare is "" or "made" || Kept().Replace(bare, "").Length == 0 || Reference().IsMatch(bare)
            || OnlyPlaces().Replace(bare, "").Trim('{', '}', '[', ']', ' ', '\n').Length == 0;
    }

    /// <summary>Running text without the secrets that stand in it; the same text where none do.</summary>
    /// <param name="isRecipe">Whether it stands in a recipe.</param>
    public static string Masked(string text, bool isRecipe)
    {
        List<string> places = [];
        text = Protected(text, places);
        text = Valued().Replace(text, Replace);
        text = Argued().Replace(text, Replace);
        text = Headed().Replace(text, Replace);
        text = UserInAddress().Replace(text, found => $"{found.Groups["lead"].Value}{Out}@");

        // Selectors have the signs of addresses.
        text = isRecipe ? Secrets.MaskTokens(text) : Secrets.MaskText(text);
        return Kept().Replace(text, found => places.ElementAtOrDefault(Number(found)) ?? found.Value);
    }

    private static string Replace(Match found) =>
        IsReference(found.Groups["value"].Value.Trim('"', '\'')) ? found.Value : found.Groups["lead"].Value + Out;

    private static string Protected(string text, List<string> places) => Place().Replace(text, found =>
    {
        places.Add(found.Value);
        return $"{Begin}{places.Count - 1}{End}";
    });

    private static int Number(Match found) => int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture);

    // Names of scenarios hold such words, and a slash.
    [GeneratedRegex(
        $@"\A(?:[^/]*(?:{Inner}|one-time-code)[^/]*|(?:[^/]*[_.\s-])?(?:pass|key|keys|pw|psk|dsn|pin|salt)|[^/]*(?-i:[a-z](?:Pass|Key|Pw))"
        + @"|(?:proxy-)?authorization|(?:set-)?cookie)\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex($@"\A--?{Name}\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();

    [GeneratedRegex(@"\A(?:env:\w+|file:[^\r\n]+)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    // NAME=value; NAME: value, "name": "value", up to where the next pair begins
    [GeneratedRegex(
        $@"(?<lead>{Name}[""']?[ \t]*[:=][ \t]*)(?<value>\uE000[0-9]+\uE001(?![^\s;&,""'\]}}])|""[^""]*""|'[^']*'|[^\s""';&][^;&""'\r\n]*)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Valued();

    // --password value, ["--password", "value"]
    [GeneratedRegex(
        $@"(?<lead>(?<![\w#.-])--?{Name}[""']?[ \t]*[, \t][ \t]*)(?<value>""[^""]*""|'[^']*'|[^\s""']+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Argued();

    [GeneratedRegex(
        """(?<lead>\b(?:authorization|cookie)["']?[ \t]*:[ \t]*["']?|\bbearer[ \t]+(?=\S{8}))(?<value>[^"'\r\n]+)""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Headed();

    [GeneratedRegex("""(?<lead>://)[^/\s@"']+@""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UserInAddress();

    [GeneratedRegex(@"\{\+?[a-z-]+(:[\w.-]+)*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("\uE000(?<number>[0-9]{1,6})\uE001", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kept();

    // "name": "{place}",
    [GeneratedRegex("""[{\s]*"[^"\n]*"\s*:\s*"?\uE000[0-9]+\uE001"?[\s,}]*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OnlyPlaces();
}
