using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KmsiConformance.Suite.Yaml;

/// <summary>
/// A node of a YAML file, read with types. A value of the wrong kind is a <see cref="SuiteProblem"/> that names the
/// place, what was expected and what stands there.
/// </summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Node">The node itself.</param>
/// <param name="Path">Keys from the top, for example <c>steps[2].sign-in.user</c>.</param>
public sealed record YamlValue(YamlFile File, YamlNode Node, string Path)
{
    public int Line => (int)Node.Start.Line;

    public int Column => (int)Node.Start.Column;

    public bool IsMap => Node is YamlMappingNode;

    public bool IsList => Node is YamlSequenceNode;

    /// <summary>Whether it is a text in quotation marks, or written over several lines.</summary>
    public bool IsQuoted => Node is YamlScalarNode { Style: not ScalarStyle.Plain };

    /// <summary>The entries of a map, in the order written.</summary>
    public IEnumerable<KeyValuePair<string, YamlValue>> Entries =>
        (Node as YamlMappingNode ?? throw Problem($"Expected a map (key: value), found {Kind}."))
        .Children.Select(child => KeyValuePair.Create(child.Key.ToString(), new YamlValue(File, child.Value, Join(child.Key.ToString()))));

    /// <summary>The items of a list.</summary>
    public IEnumerable<YamlValue> Items =>
        (Node as YamlSequenceNode ?? throw Problem($"Expected a list, found {Kind}."))
        .Children.Select((child, index) => new YamlValue(File, child, string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]")));

    /// <summary>The text of a scalar.</summary>
    public string Text => (Node as YamlScalarNode)?.Value ?? throw Problem($"Expected a single value, found {Kind}.");

    private string Kind => Node switch
    {
        YamlMappingNode => "a map",
        YamlSequenceNode => "a list",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        _ => "something else",
    };

    /// <summary>The value of a key, or null when the map has no such key.</summary>
    public YamlValue? Find(string key) => Entries.Where(entry => entry.Key == key).Select(entry => entry.Value).FirstOrDefault();

    /// <summary>The value of a key that must be there.</summary>
    public YamlValue Get(string key) => Find(key) ?? throw Problem($"Expected the key '{key}' here.");

    /// <summary>The texts of a list, or an empty list when the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key)?.Items.Select(item => item.Text).ToList() ?? [];

    public bool Truth() => Text switch
    {
        "true" => true,
        "false" => false,
        var other => throw Problem($"Expected true or false, found '{other}'."),
    };

    public int Number() => int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Problem($"Expected a whole number, found '{Text}'.");

    /// <summary>One of the given words.</summary>
    public T OneOf<T>(IReadOnlyDictionary<string, T> words) => words.TryGetValue(Text, out var value)
        ? value
        : throw Problem($"Expected one of {string.Join(", ", words.Keys)}, found '{Text}'.");

    /// <summary>The exception to throw for something wrong at this place.</summary>
    public SuiteException Problem(string message) =>
        new(new SuiteProblem(File.Name, Line, Column, Path.Length == 0 ? message : $"{Path}: {message}"));

    /// <summary>The exception to throw for a key of this map that is wrong.</summary>
    public SuiteException KeyProblem(string key, string message)
    {
        var place = ((YamlMappingNode)Node).Children.Keys.First(known => known.ToString() == key).Start;
        return new(new SuiteProblem(File.Name, (int)place.Line, (int)place.Column, $"{Path}: {message}"));
    }

    private string Join(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
}
