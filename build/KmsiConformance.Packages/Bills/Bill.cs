using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KmsiConformance.Packages.Bills;

/// <summary>Writes what a program consists of, in the JSON of CycloneDX 1.6. The same parts make the same text.</summary>
internal static class Bill
{
    private const string Playwright = "Microsoft.Playwright";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The bill of a program.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="version">Its version.</param>
    /// <param name="assets">The text of its project's <c>project.assets.json</c>.</param>
    /// <param name="suffixes">The list of public suffixes that it carries.</param>
    public static string Write(string name, string version, string assets, string suffixes)
    {
        using var document = JsonDocument.Parse(assets);
        var parts = new NuGetParts(document.RootElement);
        var components = parts.Components().ToList();
        var list = Enclosed.Suffixes(suffixes);
        if (parts.FolderOf(Playwright) is { } folder && components.FindIndex(one => one.Name == Playwright) is >= 0 and var at)
        {
            var driver = Enclosed.Driver(folder);
            components[at] = components[at] with { DependsOn = [.. components[at].DependsOn, driver[0].Purl] };
            components.AddRange(driver);
        }

        components.Add(list);
        var program = new Component("application", name, version, $"pkg:nuget/{name}@{version}", "MIT", null)
        {
            DependsOn = [.. parts.Direct, list.Purl],
        };
        return new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = program.Json() },
            ["components"] = new JsonArray([.. components.Select(one => one.Json())]),
            ["dependencies"] = new JsonArray([.. components.Prepend(program).Select(Dependencies)]),
        }.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Dependencies(Component one)
    {
        var json = new JsonObject { ["ref"] = one.Purl };
        if (one.DependsOn.Count > 0) json["dependsOn"] = new JsonArray([.. one.DependsOn.Select(purl => JsonValue.Create(purl))]);
        return json;
    }
}
