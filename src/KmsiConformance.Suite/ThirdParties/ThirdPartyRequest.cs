using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.ThirdParties;

/// <summary>A third party of a scenario, which answers as its mapping files say.</summary>
/// <param name="Plays">
/// The identity provider whose servers' side it plays, or the technical profile whose RESTful service it is: the login
/// endpoint is told of its addresses in place of theirs.
/// </param>
/// <param name="Line">Where the scenario names it.</param>
public sealed record ThirdPartyRequest(string Plays, IReadOnlyList<MappingFile> Mappings, int Line)
{
    /// <summary>The placeholder for the third party's own address.</summary>
    public const string Self = "self";

    /// <summary>Reads <c>third-parties</c> with the mapping files that it names, beside the scenario.</summary>
    /// <param name="folder">The scenario's folder.</param>
    /// <exception cref="SuiteException">A file is missing or wrong.</exception>
    internal static Dictionary<string, ThirdPartyRequest> ReadAll(YamlValue? parties, string folder)
    {
        var read = new Dictionary<string, ThirdPartyRequest>(StringComparer.Ordinal);
        foreach (var (name, party) in parties?.Entries ?? [])
            read[name] = new ThirdPartyRequest(
                party.Get("plays").Text, [.. party.Get("mappings").Items.Select(file => Mapping(file, folder))], party.Line);
        return read;
    }

    private static MappingFile Mapping(YamlValue file, string folder)
    {
        var path = Path.GetFullPath(Path.Combine(folder, file.Text));
        return File.Exists(path)
            ? MappingFile.Read(path, file.Text)
            : throw file.Problem($"There is no file '{file.Text}' beside the scenario.");
    }
}
