using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace KmsiConformance.Suite.Yaml;

/// <summary>
/// A list whose entries may be written in many ways, each with a key of its own that must be there, as the steps of a scenario. Whoever
/// compares an entry with every way compares it with eighty that it cannot be; its keys tell which one it is.
/// </summary>
internal sealed class KeyedUnion
{
    private readonly string _property;
    private readonly IReadOnlyList<JsonSchema> _ways;
    private readonly JsonSchema _around;

    private KeyedUnion(string property, IReadOnlyList<JsonSchema> ways, JsonSchema around) =>
        (_property, _ways, _around) = (property, ways, around);

    /// <summary>The list that a property of the schema holds; null where it is none of that kind, or the schema says more of it.</summary>
    public static KeyedUnion? Find(JsonSchema schema, string property) =>
        IsPlain(schema) && schema.OneOf.Count == 0 && schema.Properties.TryGetValue(property, out var field)
            && field.ActualSchema is { MinItems: <= 1, MaxItems: 0, UniqueItems: false } list && IsPlain(list) && list.OneOf.Count == 0
            && list.Item?.ActualSchema is { OneOf.Count: > 0, Type: JsonObjectType.None, Properties.Count: 0 } entry && IsPlain(entry)
            ? new KeyedUnion(property, [.. entry.OneOf.Select(way => way.ActualSchema)], Around(schema, property)) : null;

    /// <summary>Whether the whole fits the schema. False also where somebody has to look closer.</summary>
    public bool Fits(JToken whole)
    {
        if (whole is not JObject map || map[_property] is not JArray { Count: > 0 } entries) return false;
        return entries.All(entry => WayOf(entry) is { } way && way.Validate(entry).Count == 0) && _around.Validate(whole).Count == 0;
    }

    // Nothing is said of it that is not looked at here.
    private static bool IsPlain(JsonSchema schema) => schema is
    {
        AllOf.Count: 0, AnyOf.Count: 0, Not: null, PatternProperties.Count: 0, MinProperties: 0, MaxProperties: 0, Enumeration.Count: 0,
    };

    // The same without the list.
    private static JsonSchema Around(JsonSchema schema, string property)
    {
        var around = new JsonSchema { Type = schema.Type, AllowAdditionalProperties = schema.AllowAdditionalProperties };
        foreach (var (name, field) in schema.Properties)
            around.Properties[name] = name == property ? new() : new() { Reference = field.ActualSchema };
        foreach (var name in schema.RequiredProperties) around.RequiredProperties.Add(name);
        return around;
    }

    // A way that wants a key which is not there does not fit; so where one alone is left, no other can.
    private JsonSchema? WayOf(JToken entry)
    {
        if (entry is not JObject map) return null;
        var possible = _ways.Where(way => way.RequiredProperties.All(map.ContainsKey)).Take(2).ToList();
        return possible.Count == 1 ? possible[0] : null;
    }
}
