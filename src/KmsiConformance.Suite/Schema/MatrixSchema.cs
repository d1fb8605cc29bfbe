using System.Text.Json.Nodes;

namespace KmsiConformance.Suite.Schema;

/// <summary>
/// The JSON Schema of scenario files with a <c>matrix</c>, for editors. It is made of that of plain scenarios: wherever a value may
/// stand, <c>&lt;axis&gt;</c> and <c>choose</c> may stand too. What comes out of each combination is checked against the plain one.
/// </summary>
internal static class MatrixSchema
{
    private const string Reference = "#/definitions/by-matrix";

    /// <summary>Makes it.</summary>
    /// <param name="plain">The schema of plain scenarios; it is left as it is.</param>
    public static JsonObject Of(JsonObject plain)
    {
        var schema = plain.DeepClone().AsObject();
        foreach (var kind in schema["definitions"]!["step"]!["oneOf"]!.AsArray())
            kind!["properties"]?.AsObject().Add("when", Refer("when"));
        Loosen(schema);

        var added = JsonNode.Parse(SchemaParts.Matrix)!.AsObject();
        foreach (var (name, definition) in added["definitions"]!.AsObject().ToList())
            schema["definitions"]!.AsObject().Add(name, definition!.DeepClone());
        schema["properties"]!.AsObject().Insert(0, "matrix", added["matrix"]!.DeepClone());
        schema["required"]!.AsArray().Add("matrix");
        schema["title"] = added["title"]!.DeepClone();
        schema["description"] = added["description"]!.DeepClone();
        return schema;
    }

    private static void Loosen(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) Loosen(item);
            return;
        }

        if (node is not JsonObject schema) return;
        foreach (var (_, value) in schema.ToList()) Loosen(value);

        // Where anything may be chosen later, more than one of several shapes may fit.
        if (schema["oneOf"] is { } shapes)
        {
            schema.Remove("oneOf");
            schema["anyOf"] = shapes;
        }

        if (schema["properties"] is JsonObject properties && !IsProperty(schema))
        {
            foreach (var (name, value) in properties.ToList()) properties[name] = Either(value!);
        }

        foreach (var place in new[] { "items", "additionalProperties" })
        {
            if (schema[place] is JsonObject value && !IsProperty(schema)) schema[place] = Either(value);
        }
    }

    // A map of properties may have one that is called 'properties' or 'items'.
    private static bool IsProperty(JsonObject schema) => schema.Parent is JsonObject parent && parent["properties"] == schema;

    private static JsonObject Either(JsonNode value)
    {
        if (value["$ref"]?.GetValue<string>() == "#/definitions/when") return value.DeepClone().AsObject();
        var either = new JsonObject { ["anyOf"] = new JsonArray(value.DeepClone(), new JsonObject { ["$ref"] = Reference }) };
        if (value["description"] is { } words) either["description"] = words.DeepClone();
        return either;
    }

    private static JsonObject Refer(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };
}
