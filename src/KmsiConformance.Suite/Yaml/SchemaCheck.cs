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

    private SchemaCheck(JsonSchema schema) => _schema = schema;

    /// <summary>Reads the schema file.</summary>
    public static SchemaCheck Read(string path) => Parse(File.ReadAllText(path));

    /// <summary>Reads the text of a schema.</summary>
    public static SchemaCheck Parse(string json) => new(JsonSchema.FromJsonAsync(json).GetAwaiter().GetResult());

    /// <summary>All problems of the file; empty when it fits.</summary>
    public IReadOnlyList<SuiteProblem> Check(YamlFile file)
    {
        var places = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        var json = Convert(file.Root.Node, "", places);
        return [.. Leaves(_schema.Validate(json)).Select(error => Problem(file, error, places)).Distinct()];
    }

    // A union reports one branch per verb; only the branch that got furthest says what the author meant. The path of a
    // missing key ends with the key itself: one that is missing right here is another verb's.
    private static IEnumerable<ValidationError> Leaves(IEnumerable<ValidationError> errors)
    {
        foreach (var error in errors)
        {
            if (error is not ChildSchemaValidationError union)
            {
                yield return error;
                continue;
            }

            var branches = union.Errors.Values.Select(branch => Leaves(branch).ToList()).Where(branch => branch.Count > 0).ToList();
            var meant = branches is [var only] ? only : branches
                .Where(branch => !branch.Any(leaf => leaf.Kind is ValidationErrorKind.PropertyRequired && Depth(leaf) <= Depth(union) + 1))
                .MinBy(branch => branch.Count);
            if (meant is null || branches.Count > 1
                && meant.All(leaf => Depth(leaf) <= Depth(union) && leaf.Kind != ValidationErrorKind.NoAdditionalPropertiesAllowed))
                yield return branches.SelectMany(branch => branch).FirstOrDefault(IsWordAt(error)) ?? error;
            else
                foreach (var leaf in meant) yield return leaf;
        }
    }

    // A single word that is none of those allowed: naming them says more than that nothing fits.
    private static Func<ValidationError, bool> IsWordAt(ValidationError union) =>
        leaf => leaf.Kind == ValidationErrorKind.NotInEnumeration && leaf.Path == union.Path;

    private static int Depth(ValidationError error) => Steps(error.Path).Count();

    private static SuiteProblem Problem(YamlFile file, ValidationError error, Dictionary<string, YamlNode> places)
    {
        var path = string.Join('/', Steps(error.Path));
        var node = Nearest(places, path);
        return new SuiteProblem(file.Name, (int)node.Start.Line, (int)node.Start.Column, Message(error, path, node));
    }

    private static string Message(ValidationError error, string path, YamlNode node)
    {
        var where = path.Length == 0 ? "the file" : path.Replace('/', '.');
        var name = error.Property ?? "";
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => $"{where}: expected the key '{name}' here.",
            ValidationErrorKind.NoAdditionalPropertiesAllowed =>
                $"{where}: the key '{name}' is not known here. Known: "
                + $"{string.Join(", ", error.Schema?.ActualSchema.ActualProperties.Keys ?? [])}.",
            ValidationErrorKind.NotInEnumeration =>
                $"{where}: expected one of {string.Join(", ", error.Schema?.Enumeration ?? [])}, found '{node}'.",
            ValidationErrorKind.PatternMismatch =>
                $"{where}: '{node}' does not look as expected. {error.Schema?.ActualSchema.Description}".TrimEnd(),
            ValidationErrorKind.NotOneOf
                or ValidationErrorKind.NotAnyOf when error.Schema?.ActualSchema.Description is { Length: > 0 } said =>
                $"{where}: {said}",
            ValidationErrorKind.StringTooShort =>
                $"{where}: '{node}' is too short, expected at least {error.Schema?.ActualSchema.MinLength} characters.",
            _ => $"{where}: {Words(error.Kind)}",
        };
    }

    private static string Words(ValidationErrorKind kind) => kind switch
    {
        ValidationErrorKind.StringExpected => "expected text.",
        ValidationErrorKind.ArrayExpected => "expected a list.",
        ValidationErrorKind.ObjectExpected => "expected a map (key: value).",
        ValidationErrorKind.BooleanExpected => "expected true or false.",
        ValidationErrorKind.IntegerExpected => "expected a whole number.",
        ValidationErrorKind.TooFewItems => "expected at least one entry.",
        _ => $"does not fit the schema ({kind}).",
    };

    private static YamlNode Nearest(Dictionary<string, YamlNode> places, string path)
    {
        while (!places.ContainsKey(path)) path = path.Contains('/') ? path[..path.LastIndexOf('/')] : "";
        return places[path];
    }

    // "#/steps[2].sign-in" becomes steps, 2, sign-in.
    private static IEnumerable<string> Steps(string? path) =>
        (path ?? "").TrimStart('#', '/').Split(['/', '.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);

    private static JToken Convert(YamlNode node, string path, Dictionary<string, YamlNode> places)
    {
        places[path] = node;
        string Under(string key) => path.Length == 0 ? key : $"{path}/{key}";
        switch (node)
        {
            case YamlMappingNode map:
                var fields = new JObject();
                foreach (var (key, value) in map.Children)
                {
                    fields[key.ToString()] = Convert(value, Under(key.ToString()), places);
                }

                return fields;
            case YamlSequenceNode list:
                return new JArray(
                    list.Children.Select((item, index) => Convert(item, Under(index.ToString(CultureInfo.InvariantCulture)), places)));
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
