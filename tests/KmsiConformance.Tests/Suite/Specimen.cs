using System.Text.RegularExpressions;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Yaml;
using YamlDotNet.RepresentationModel;

namespace KmsiConformance.Tests.Suite;

/// <summary>A scenario of the catalogue with one thing spoilt in it.</summary>
internal static partial class Specimen
{
    private static readonly ScenarioReader Reader = new(
        SchemaCheck.Read(Path.Combine(Repository.Scenarios, "scenario.schema.json")), ["b2c-2020-12"]);

    // Whatever stands there is a name that the scenario gives.
    private static readonly HashSet<string> NamesOfItsOwn =
        ["apps", "identity-providers", "third-parties", "tenant.users", "tenant.persistent-browser-session"];

    /// <summary>
    /// Every kind of map that the catalogue has, each once: a file and the way to the map, such as <c>steps, 2, sign-in</c>.
    /// </summary>
    public static IReadOnlyList<(string File, string[] Way, string Kind)> Maps { get; } = [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Scenarios, "catalogue"), "*.yaml", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Where(file => !Read(file).Children.ContainsKey("matrix"))
        .SelectMany(file => Below(Read(file), []).Select(way => (file, way, Kind: Kind(Read(file), way))))
        .Where(map => !NamesOfItsOwn.Contains(map.Kind))
        .DistinctBy(map => map.Kind)];

    /// <summary>The keys of a map.</summary>
    public static IReadOnlyList<string> Keys(string file, string[] way) => [.. At(Read(file), way).Children.Keys.Select(key => $"{key}")];

    /// <summary>What is said of the file after a map in it was changed; the text that was judged, too.</summary>
    public static (string Text, IReadOnlyList<SuiteProblem> Problems) Spoil(string file, string[] way, Action<YamlMappingNode> change)
    {
        var root = Read(file);
        change(At(root, way));
        using var written = new StringWriter();
        new YamlStream(new YamlDocument(root)).Save(written, assignAnchors: false);
        try
        {
            Reader.Read("spoilt", YamlFile.Parse(written.ToString(), "spoilt.yaml"));
            return (written.ToString(), []);
        }
        catch (SuiteException wrong)
        {
            return (written.ToString(), wrong.Problems);
        }
    }

    private static YamlMappingNode Read(string file)
    {
        var stream = new YamlStream();
        using var text = File.OpenText(file);
        stream.Load(text);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static YamlMappingNode At(YamlNode node, IEnumerable<string> way) =>
        (YamlMappingNode)way.Aggregate(node, (at, key) => int.TryParse(key, out var index) ? at[index] : at[key]);

    private static IEnumerable<string[]> Below(YamlNode node, string[] way) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(child => Below(child.Value, [.. way, $"{child.Key}"])).Prepend(way),
        YamlSequenceNode list => list.Children.SelectMany((child, index) => Below(child, [.. way, $"{index}"])),
        _ => [],
    };

    // A step's own map is told from others by its verb; names that a scenario gives do not make a kind.
    private static string Kind(YamlNode root, string[] way)
    {
        var kind = Number().Replace(string.Join('.', way), "N");
        foreach (var own in NamesOfItsOwn)
            if (kind.StartsWith(own + ".", StringComparison.Ordinal))
                kind = own + ".NAME" + string.Concat(way.Skip(own.Split('.').Length + 1).Select(key => "." + key));
        return kind.EndsWith("steps.N", StringComparison.Ordinal)
            ? $"{kind}:{At(root, way).Children.Keys.Select(key => $"{key}").First(key => StepKind.All.ContainsKey(key) || key == "repeat")}"
            : kind;
    }

    [GeneratedRegex(@"\b\d+\b(?=\.|$)", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
