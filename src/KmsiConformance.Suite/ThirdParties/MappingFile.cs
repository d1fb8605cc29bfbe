using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.ThirdParties;

/// <summary>A file of answers that a third party gives: a JSON list of WireMock mappings, checked against a schema of ours.</summary>
/// <param name="Name">How messages call it.</param>
/// <param name="Text">The JSON.</param>
public sealed partial record MappingFile(string Name, string Text)
{
    private static readonly Lazy<SchemaCheck> Schema = new(ReadSchema);

    /// <summary>The names that stand in the text as <c>${name}</c>, each with its line.</summary>
    public IEnumerable<(string Name, int Line)> Placeholders =>
        Placeholder().Matches(Text).Select(found => (found.Groups["name"].Value, 1 + Text.AsSpan(0, found.Index).Count('\n')));

    /// <summary>The longest time that one of the answers takes on purpose, of real time.</summary>
    public TimeSpan LongestDelay => Delay().Matches(Text)
        .Select(found => TimeSpan.FromMilliseconds(int.Parse(found.Groups["ms"].Value, CultureInfo.InvariantCulture)))
        .DefaultIfEmpty().Max();

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">How messages call it.</param>
    /// <exception cref="SuiteException">It is no such list; the problems name line, column and the mend.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static MappingFile Read(string path, string name)
    {
        var text = OrdinaryFile.Text(path);
        try
        {
            using var _ = JsonDocument.Parse(text);
        }
        catch (JsonException broken)
        {
            throw new SuiteException(new SuiteProblem(name, 1 + (int)(broken.LineNumber ?? 0), 1 + (int)(broken.BytePositionInLine ?? 0),
                "This is not JSON. A mapping file is a JSON list: [ { \"Title\": …, \"Request\": {…}, \"Response\": {…} } ]."));
        }

        // JSON is YAML, and so its problems have places too.
        var problems = Schema.Value.Check(YamlFile.Parse(text, name));
        return problems.Count == 0 ? new MappingFile(name, text) : throw new SuiteException(problems);
    }

    private static SchemaCheck ReadSchema()
    {
        using var resource = typeof(MappingFile).Assembly.GetManifestResourceStream("mapping.json")!;
        using var reader = new StreamReader(resource);
        return SchemaCheck.Parse(reader.ReadToEnd());
    }

    [GeneratedRegex(@"""Delay""\s*:\s*(?<ms>\d{1,9})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Delay();

    [GeneratedRegex(@"\$\{(?<name>[^}""]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
