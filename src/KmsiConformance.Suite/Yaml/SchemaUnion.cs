using KmsiConformance.Suite.Names;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace KmsiConformance.Suite.Yaml;

/// <summary>
/// What may be written in several ways fits none of them when one word is wrong. Only the way that the author took says
/// what is wrong with it: a map is compared with maps, and of these with the one whose keys it has.
/// </summary>
internal static class SchemaUnion
{
    private const int Known = 100;

    private const int Weighty = 10_000;

    /// <summary>The errors that say what is wrong, without those of ways that were not taken.</summary>
    public static IEnumerable<ValidationError> Leaves(IEnumerable<ValidationError> errors)
    {
        foreach (var error in errors)
        {
            if (error is not ChildSchemaValidationError union || Meant(union) is not { Count: > 0 } meant) yield return error;
            else
                foreach (var leaf in Leaves(meant)) yield return leaf;
        }
    }

    // Null where no way has the value's shape: then the union's own words say what is expected.
    private static ICollection<ValidationError>? Meant(ChildSchemaValidationError union) =>
        union.Errors.Count == 1 ? union.Errors.Values.Single()
        : union.Token is not { } value ? null
        : union.Errors.Where(way => Fit(way.Key, value) is not null).OrderByDescending(way => Fit(way.Key, value))
            .Select(way => way.Value).FirstOrDefault();

    // Null where the shape is another. A known key tells more than one that is nearly known, and one that has to be there most.
    private static int? Fit(JsonSchema schema, JToken value)
    {
        var actual = schema.ActualSchema;
        var ways = actual.OneOf.Concat(actual.AnyOf).ToList();
        if (ways.Count > 0) return ways.Max(way => Fit(way, value));
        var isMap = actual.Type.HasFlag(JsonObjectType.Object) || actual.ActualProperties.Count > 0;
        var isList = actual.Type.HasFlag(JsonObjectType.Array);
        return value switch
        {
            JObject map when isMap =>
                map.Properties().Sum(key => Weight(key.Name, [.. actual.ActualProperties.Keys]))
                + actual.RequiredProperties.Sum(key => map.ContainsKey(key) ? Weighty : IsNearlyIn(map, key) ? 0 : -Weighty),
            JArray when isList => 0,
            JValue when !isMap && !isList => 0,
            _ => null,
        };
    }

    private static bool IsNearlyIn(JObject map, string key) =>
        map.Properties().Any(written => NearestName.Of(written.Name, [key]) is not null);

    private static int Weight(string key, IReadOnlyList<string> known) =>
        known.Contains(key) ? Known : NearestName.Of(key, known) is null ? 0 : 1;
}
