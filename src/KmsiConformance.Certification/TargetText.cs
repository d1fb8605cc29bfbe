using System.Text;
using System.Text.RegularExpressions;
using KmsiConformance.Certification.Masking;
using YamlDotNet.Core;

namespace KmsiConformance.Certification;

/// <summary>
/// The text of a target file as it may be given away. Secrets never stand in one by its rules, but nobody keeps somebody from writing one
/// into a variable or an argument of a product: what is named like a secret is taken out, and whatever was declared to be one. What a
/// value is, and where it stands, the YAML parser says; the result is parsed again, and is refused where it is not what was meant.
/// </summary>
public static partial class TargetText
{
    private const string Quoted = $"\"{SecretWords.Out}\"";

    // Shorter ones, and short numbers, stand in other words by chance.
    private const int Telling = 4;
    private const int TellingNumber = 6;

    /// <summary>What stands where something was taken out, as bytes.</summary>
    public static ReadOnlySpan<byte> Mark => "***"u8;

    /// <summary>The text without secrets; the same text where it has none.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="isRecipe">Whether it is a recipe, in which fields for passwords have selectors.</param>
    /// <exception cref="PackException">Nobody can see that none is left.</exception>
    public static string WithoutSecrets(string text, bool isRecipe = false)
    {
        try
        {
            var yaml = YamlText.Of(text, isRecipe);
            List<string> taken = [.. yaml.Scalars.Where(IsTaken).Select(scalar => scalar.Value.Trim()).Where(IsTelling)
                .Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length)];
            List<string> expected = [.. yaml.Scalars.Select(scalar => Of(scalar, taken, isRecipe))];
            var without = Written(text, yaml.Scalars, expected, Comments);
            if (without != text) Prove(without, yaml, expected, taken, isRecipe);
            return without;

            // Between two values a # begins a comment.
            string Comments(string between) => Comment().Replace(between, found => Masked(found.Value, taken, isRecipe));
        }
        catch (YamlException wrong)
        {
            throw Problem($"it is no YAML ({wrong.Message})", wrong);
        }
    }

    private static bool IsTaken(YamlScalar scalar) => scalar.IsSecret && !SecretWords.IsReference(scalar.Value);

    private static bool IsTelling(string value) => value.Length >= (value.All(char.IsAsciiDigit) ? TellingNumber : Telling);

    private static string Of(YamlScalar scalar, List<string> taken, bool isRecipe) =>
        scalar.IsKey ? scalar.Value : IsTaken(scalar) ? SecretWords.Out : Masked(scalar.Value, taken, isRecipe);

    private static string Masked(string text, List<string> taken, bool isRecipe) => SecretWords.Masked(
        taken.Aggregate(text, (masked, value) => masked.Replace(value, SecretWords.Out, StringComparison.Ordinal)), isRecipe);

    private static string Written(string text, IReadOnlyList<YamlScalar> scalars, List<string> expected, Func<string, string> between)
    {
        var (into, at) = (new StringBuilder(text.Length), 0);
        foreach (var (scalar, value) in scalars.Zip(expected))
        {
            into.Append(between(text[at..scalar.Start]));
            if (value == scalar.Value) into.Append(text, scalar.Start, scalar.End - scalar.Start);
            else into.Append(scalar.Anchor is { } anchor ? $"&{anchor} " : "").Append(Literal(value));
            at = scalar.End;
        }

        return into.Append(between(text[at..])).ToString();
    }

    private static string Literal(string value) => value == SecretWords.Out ? Quoted : System.Text.Json.JsonSerializer.Serialize(value);

    private static void Prove(string without, YamlText before, List<string> expected, List<string> taken, bool isRecipe)
    {
        var after = YamlText.Of(without, isRecipe);
        if (after.Shape != before.Shape || !after.Scalars.Select(scalar => scalar.Value).SequenceEqual(expected, StringComparer.Ordinal))
            throw Problem("what is named like a secret in it cannot be taken out");
        if (taken.Exists(value => without.Contains(value, StringComparison.Ordinal)
            || after.Scalars.Any(scalar => scalar.Value.Contains(value, StringComparison.Ordinal))))
            throw Problem("the value of something that is named like a secret stands elsewhere in it, too");
    }

    private static PackException Problem(string what, Exception? inner = null) => new(
        $"The target file or its recipe cannot be given away: {what}. Keep secrets elsewhere, and write env:NAME or file:PATH, or a place "
        + "such as {password:alice}.", inner);

    [GeneratedRegex(@"#[^\r\n]*", RegexOptions.None, 1000)]
    private static partial Regex Comment();
}
