using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KmsiConformance.Reporting;

/// <summary>How reports in JSON are written: indented, text readable as it is, nothing that is null.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n",
    };

    /// <summary>The whole file.</summary>
    public static string Of(JsonNode root) => root.ToJsonString(Options) + "\n";

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes];

    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)JsonValue.Create(text))];

    /// <summary>An object of what is there.</summary>
    public static JsonObject Object(params (string Name, JsonNode? Value)[] members)
    {
        var made = new JsonObject();
        foreach (var (name, value) in members)
            if (value is not null) made[name] = value;
        return made;
    }
}
