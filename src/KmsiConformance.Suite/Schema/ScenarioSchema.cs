using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KmsiConformance.Suite.Steps;

namespace KmsiConformance.Suite.Schema;

/// <summary>
/// The JSON Schema of scenario files, put together from its parts. <c>scenarios/scenario.schema.json</c> is a copy for
/// editors, and what files are checked against; a test holds that it is the same.
/// </summary>
public static class ScenarioSchema
{
    // In a part, { "by-profile": "visit-outcome" } stands for one such value, or a map that gives one to each profile.
    private const string ByProfile = "by-profile";

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole schema as it is written to the file.</summary>
    /// <exception cref="InvalidOperationException">A kind of step has no part.</exception>
    public static string Assemble() => Text(Plain());

    /// <summary>The schema of files with a <c>matrix</c>, for editors: <c>scenarios/scenario-matrix.schema.json</c>.</summary>
    public static string AssembleMatrix() => Text(MatrixSchema.Of(Plain()));

    private static string Text(JsonObject schema) => schema.ToJsonString(Written) + "\n";

    private static JsonObject Plain()
    {
        var schema = JsonNode.Parse(SchemaParts.Frame)!.AsObject();
        var definitions = schema["definitions"]!;
        var kinds = definitions["step"]!["oneOf"]!.AsArray();
        foreach (var (place, kind) in StepKind.All.Values.Index())
        {
            kinds.Insert(place, JsonNode.Parse(kind.SchemaPart() ?? throw new InvalidOperationException(
                $"'{kind.Verb}' has no schema part: write {kind.Verb}.schema.json beside {kind.Type.Name}.cs.")));
        }

        string[] profiles = [.. definitions["profile"]!["enum"]!.AsArray().Select(profile => profile!.GetValue<string>())];
        Expand(schema, profiles);
        return schema;
    }

    private static void Expand(JsonNode? node, string[] profiles)
    {
        if (node is JsonObject map)
        {
            if (map[ByProfile] is { } outcome)
            {
                map.Remove(ByProfile);
                map["oneOf"] = OneForAllOrEach($"#/definitions/{outcome.GetValue<string>()}", profiles);
            }

            foreach (var (_, value) in map) Expand(value, profiles);
        }
        else if (node is JsonArray list)
        {
            foreach (var value in list) Expand(value, profiles);
        }
    }

    private static JsonArray OneForAllOrEach(string outcome, string[] profiles)
    {
        JsonObject Under(string words) => new() { ["$ref"] = outcome, ["description"] = words };

        var each = new JsonObject();
        foreach (var profile in profiles) each[profile] = Under($"Under {profile}.");
        each["otherwise"] = Under("Under every profile that is not named.");
        return
        [
            new JsonObject { ["$ref"] = outcome },
            new JsonObject
            {
                ["type"] = "object",
                ["description"] = "One for each profile.",
                ["minProperties"] = 1,
                ["properties"] = each,
                ["additionalProperties"] = false,
            },
        ];
    }
}
