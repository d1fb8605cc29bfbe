using System.Text.Json.Nodes;

namespace KmsiConformance.Packages.Bills;

/// <summary>A part of what is shipped.</summary>
/// <param name="Type">What CycloneDX calls its kind, such as <c>library</c>.</param>
/// <param name="Purl">Its package URL: by this others refer to it.</param>
/// <param name="License">An SPDX expression, or else words or an address, or null where it tells none.</param>
/// <param name="Sha512">The hash of its package, in hexadecimal digits.</param>
internal sealed record Component(string Type, string Name, string? Version, string Purl, string? License, string? Sha512)
{
    /// <summary>What it depends on, by package URL.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>As CycloneDX writes it.</summary>
    public JsonObject Json()
    {
        var json = new JsonObject { ["type"] = Type, ["bom-ref"] = Purl, ["name"] = Name };
        if (Version is not null) json["version"] = Version;
        if (Sha512 is not null) json["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = Sha512 });
        if (License is not null) json["licenses"] = new JsonArray(Licensed(License));
        json["purl"] = Purl;
        return json;
    }

    private static JsonObject Licensed(string license)
    {
        if (Uri.TryCreate(license, UriKind.Absolute, out _))
            return new JsonObject { ["license"] = new JsonObject { ["name"] = "see its address", ["url"] = license } };
        return license.StartsWith("see ", StringComparison.Ordinal)
            ? new JsonObject { ["license"] = new JsonObject { ["name"] = license } }
            : new JsonObject { ["expression"] = license };
    }
}
