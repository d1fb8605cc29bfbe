using KmsiConformance.Suite.Names;
using NJsonSchema;
using NJsonSchema.Validation;
using YamlDotNet.RepresentationModel;

namespace KmsiConformance.Suite.Yaml;

/// <summary>What a problem that the schema finds says to a person: what was expected, what stands there, what was likely meant.</summary>
internal static class SchemaWords
{
    /// <summary>The problem in words.</summary>
    /// <param name="error">What the schema found.</param>
    /// <param name="node">What stands at its place, or around it where nothing does.</param>
    public static string Of(ValidationError error, YamlNode node)
    {
        var schema = error.Schema?.ActualSchema;
        var found = Found(node);
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => $"expected the key '{error.Property}' here.{Meant(schema, error.Property)}",
            ValidationErrorKind.NoAdditionalPropertiesAllowed =>
                $"the key '{error.Property}' is not known here.{NearestName.Hint(error.Property ?? "", Keys(error))} "
                + $"Known: {string.Join(", ", Keys(error))}.",
            ValidationErrorKind.NotInEnumeration => node is YamlScalarNode { Value: { } word }
                ? $"expected one of {Words(schema)}, found {found}.{NearestName.Hint(word, Enumeration(schema))}"
                : $"expected one of {Words(schema)}, found {found}.",
            ValidationErrorKind.PatternMismatch => $"{found} does not look as expected. {schema?.Description}".TrimEnd(),
            ValidationErrorKind.NotOneOf or ValidationErrorKind.NotAnyOf => $"{Ways(schema)}, found {found}.",
            ValidationErrorKind.StringTooShort => $"{found} is too short, expected at least {schema?.MinLength} characters.",
            ValidationErrorKind.StringTooLong => $"{found} is too long, expected at most {schema?.MaxLength} characters.",
            ValidationErrorKind.NumberTooSmall => $"expected at least {schema?.Minimum:0}, found {found}.",
            ValidationErrorKind.NumberTooBig => $"expected at most {schema?.Maximum:0}, found {found}.",
            ValidationErrorKind.ItemsNotUnique => $"every entry may stand here once{Twice(node)}.",
            ValidationErrorKind.TooFewItems => "expected at least one entry.",
            ValidationErrorKind.TooFewProperties => Words(schema) is { Length: > 0 } keys
                ? $"expected at least one of the keys {keys}."
                : "expected at least one entry, found none.",
            ValidationErrorKind.TooManyProperties => "there are too many keys here.",
            ValidationErrorKind.TooManyItems => $"expected at most {schema?.MaxItems} entries.",
            ValidationErrorKind.NullExpected => $"expected nothing, found {found}.",
            ValidationErrorKind.NotAllOf or ValidationErrorKind.ExcludedSchemaValidates => $"{found} may not stand here.",
            ValidationErrorKind.ArrayExpected when schema?.Description is { } described => $"expected a list, found {found}. {described}",
            ValidationErrorKind.StringExpected => $"expected text, found {found}. {schema?.Description}".TrimEnd(),
            _ when Shape(error.Kind) is { } shape => $"expected {shape}{Keyed(error.Kind, schema)}, found {found}.",
            _ => $"{found} is not what may stand here. {schema?.Description}".TrimEnd(),
        };
    }

    /// <summary>The keys that are known where one is not.</summary>
    public static IReadOnlyList<string> Keys(ValidationError error) => [.. error.Schema?.ActualSchema.ActualProperties.Keys ?? []];

    /// <summary>The path of the map in which a key is missing or not known.</summary>
    public static string Map(ValidationError error)
    {
        string[] path = [.. SchemaCheck.Segments(error.Path)];
        return string.Join('/', path is [.., var last] && last == error.Property ? path[..^1] : path);
    }

    // What a key that is missing would say: its words, where they are few, and what it is for.
    private static string Meant(JsonSchema? schema, string? key)
    {
        if (key is null || schema?.ActualProperties.GetValueOrDefault(key) is not { } missing) return "";
        var words = missing.ActualSchema.Enumeration.Count > 0 ? $" It says one of {Words(missing.ActualSchema)}." : "";
        return words + (missing.Description is { } description ? $" {description}" : "");
    }

    private static string Twice(YamlNode node) =>
        node is YamlSequenceNode list && list.Children.GroupBy(entry => entry.ToString(), StringComparer.Ordinal)
            .FirstOrDefault(entries => entries.Count() > 1) is { Key: var twice }
                ? $", and '{twice}' stands here again: leave one out"
                : "";

    private static string? Shape(ValidationErrorKind kind) => kind switch
    {
        ValidationErrorKind.ArrayExpected => "a list",
        ValidationErrorKind.ObjectExpected => "a map",
        ValidationErrorKind.BooleanExpected => "true or false",
        ValidationErrorKind.IntegerExpected => "a whole number",
        ValidationErrorKind.NumberExpected => "a number",
        _ => null,
    };

    private static string Keyed(ValidationErrorKind kind, JsonSchema? schema) => kind != ValidationErrorKind.ObjectExpected ? ""
        : schema is { ActualProperties.Count: > 0 } ? $" with the keys {string.Join(", ", schema.ActualProperties.Keys)}"
        : " (key: value)";

    // The shapes that would do: words, a list, a map with these keys.
    private static string Ways(JsonSchema? schema) => schema is null
        ? "expected something else"
        : $"expected {string.Join(", or ", Each(schema).Distinct(StringComparer.Ordinal))}";

    private static IEnumerable<string> Each(JsonSchema schema)
    {
        var actual = schema.ActualSchema;
        var ways = actual.OneOf.Concat(actual.AnyOf).ToList();
        return ways.Count > 0 ? ways.SelectMany(Each)
            : actual.ActualProperties.Count > 0 ? [$"a map with the keys {string.Join(", ", actual.ActualProperties.Keys)}"]
            : actual.Type.HasFlag(JsonObjectType.Array) ? ["a list"]
            : actual.Enumeration.Count > 0 ? [$"one of {Words(actual)}"]
            : actual.Type.HasFlag(JsonObjectType.Boolean) ? ["true or false"]
            : actual.Type.HasFlag(JsonObjectType.Integer) ? ["a whole number"]
            : ["a single word"];
    }

    private static IEnumerable<string> Enumeration(JsonSchema? schema) => (schema?.Enumeration ?? [])
        .Select(word => word is bool truth ? (truth ? "true" : "false") : $"{word}");

    private static string Words(JsonSchema? schema) => schema is { Enumeration.Count: > 0 }
        ? string.Join(", ", Enumeration(schema))
        : string.Join(", ", schema?.ActualProperties.Keys ?? []);

    private static string Found(YamlNode node) => node switch
    {
        YamlMappingNode { Children.Count: > 0 } map =>
            $"a map with {string.Join(", ", map.Children.Keys.Take(5).Select(key => $"'{key}'"))}",
        YamlMappingNode => "an empty map",
        YamlSequenceNode => "a list",
        YamlScalarNode { Value: "" or null } => "nothing",
        _ => $"'{node}'",
    };
}
