using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KmsiConformance.Suite.Yaml;

/// <summary>
/// Checks YAML files against the JSON Schema that editors use too, so that the two cannot drift apart. Problems carry
/// the place in the YAML file.
/// </summary>
public sealed class SchemaCheck
{
    private readonly JsonSchema _schema;
    private readonly KeyedUnion? _steps;

    private SchemaCheck(JsonSchema schema) => (_schema, _steps) = (schema, KeyedUnion.Find(schema, "steps"));

    /// <summary>Reads the schema file.</summary>
    public static SchemaCheck Read(string path) => Parse(File.ReadAllText(path));

    /// <summary>Reads the text of a schema.</summary>
    public static SchemaCheck Parse(string json) => new(JsonSchema.FromJsonAsync(json).GetAwaiter().GetResult());

    /// <summary>All problems of the file; empty when it fits.</summary>
    public IReadOnlyList<SuiteProblem> Check(YamlFile file)
    {
        var nodes = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        var keys = new Dictionary<string, Mark>(StringComparer.Ordinal);
        var json = Convert(file.Root.Node, "", nodes, keys);
        if (_steps?.Fits(json) == true) return [];
        var errors = SchemaUnion.Leaves(_schema.Validate(json)).ToList();
        return [.. errors.Where(error => !IsExplained(error, errors)).Select(error => Problem(file, error, nodes, keys)).Distinct()];
    }

    /// <summary>What a file says, as JSON.</summary>
    internal static JToken Json(YamlFile file) => Convert(
        file.Root.Node, "", new Dictionary<string, YamlNode>(StringComparer.Ordinal), new Dictionary<string, Mark>(StringComparer.Ordinal));

    // A key that is missing and one beside it that is nearly called so are one mistake.
    private static bool IsExplained(ValidationError error, List<ValidationError> errors) =>
        error.Kind == ValidationErrorKind.PropertyRequired && errors.Exists(other =>
            other.Kind == ValidationErrorKind.NoAdditionalPropertiesAllowed
            && SchemaWords.Map(other) == SchemaWords.Map(error)
            && Names.NearestName.Of(other.Property ?? "", SchemaWords.Keys(other)) == error.Property);

    private static SuiteProblem Problem(
        YamlFile file, ValidationError error, Dictionary<string, YamlNode> nodes, Dictionary<string, Mark> keys)
    {
        var path = string.Join('/', Segments(error.Path));
        var node = Nearest(nodes, path);
        var isOfKey = error.Kind is ValidationErrorKind.NoAdditionalPropertiesAllowed or ValidationErrorKind.PropertyRequired;
        var place = isOfKey && keys.TryGetValue(path, out var key) ? key : node.Start;
        var where = isOfKey ? SchemaWords.Map(error) : path;
        return new SuiteProblem(
            file.Name, (int)place.Line, (int)place.Column,
            $"{(where.Length == 0 ? "the file" : where.Replace('/', '.'))}: {SchemaWords.Of(error, node)}");
    }

    private static YamlNode Nearest(Dictionary<string, YamlNode> nodes, string path)
    {
        while (!nodes.ContainsKey(path)) path = path.Contains('/') ? path[..path.LastIndexOf('/')] : "";
        return nodes[path];
    }

    // "#/steps[2].sign-in" becomes steps, 2, sign-in.
    internal static IEnumerable<string> Segments(string? path) =>
        (path ?? "").TrimStart('#', '/').Split(['/', '.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);

    private static JToken Convert(YamlNode node, string path, Dictionary<string, YamlNode> nodes, Dictionary<string, Mark> keys)
    {
        nodes[path] = node;
        string Under(string key) => path.Length == 0 ? key : $"{path}/{key}";
        switch (node)
        {
            case YamlMappingNode map:
                var fields = new JObject();
                foreach (var (key, value) in map.Children)
                {
                    keys[Under(key.ToString())] = key.Start;
                    fields[key.ToString()] = Convert(value, Under(key.ToString()), nodes, keys);
                }

                return fields;
            case YamlSequenceNode list:
                return new JArray(list.Children.Select(
                    (item, index) => Convert(item, Under(index.ToString(CultureInfo.InvariantCulture)), nodes, keys)));
            case YamlScalarNode { Style: ScalarStyle.Plain } plain:
                return Plain(plain.Value);
            default:
                return new JValue(node.ToString());
        }
    }

    private static JValue Plain(string? text) => text switch
    {
        null or "" or "null" or "~" => JValue.CreateNull(),
        "true" => new JValue(true),
        "false" => new JValue(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => new JValue(number),
        _ => new JValue(text),
    };
}
