using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.ThirdParties;

/// <summary>A third party of a scenario, which answers as its mapping files say.</summary>
/// <param name="Plays">
/// The identity provider whose servers' side it plays: the login endpoint is told of its addresses in place of the provider's.
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

    /// <summary>Problems that only show when third parties and providers are looked at together.</summary>
    internal static IEnumerable<SuiteProblem> CrossCheck(Scenario scenario)
    {
        SuiteProblem At(ThirdPartyRequest party, string message) => new(scenario.File, party.Line, 1, message);

        foreach (var (name, party) in scenario.ThirdParties)
        {
            if (scenario.Apps.ContainsKey(name) || scenario.Providers.ContainsKey(name))
                yield return At(
                    party,
                    $"third-parties: '{name}' is the name of an app or an identity provider of this scenario too. Give it one of its own.");
            if (!scenario.Providers.TryGetValue(party.Plays, out var provider))
                yield return At(
                    party,
                    $"third-parties: there is no identity provider '{party.Plays}' that {name} could play. Name it under "
                    + "identity-providers.");
            else if (provider.Protocol == "saml")
                yield return At(
                    party,
                    $"third-parties: {party.Plays} speaks SAML, whose metadata no mapping plays. Expected openid-connect or oauth2.");
            foreach (var file in party.Mappings)
            {
                foreach (var (placeholder, line) in file.Placeholders.Where(found =>
                        found.Name != Self && !scenario.Providers.ContainsKey(found.Name)))
                    yield return new SuiteProblem(
                        file.Name, line, 1,
                        $"${{{placeholder}}} stands for no address. Known: {string.Join(", ", scenario.Providers.Keys.Prepend(Self))}.");
            }
        }

        foreach (var twice in scenario.ThirdParties.GroupBy(party => party.Value.Plays, StringComparer.Ordinal)
                .Where(party => party.Count() > 1))
            yield return At(
                twice.Last().Value,
                $"third-parties: {twice.Key} is played by {string.Join(" and ", twice.Select(party => party.Key))}. Only one can.");
    }

    private static MappingFile Mapping(YamlValue file, string folder)
    {
        var path = Path.GetFullPath(Path.Combine(folder, file.Text));
        return File.Exists(path)
            ? MappingFile.Read(path, file.Text)
            : throw file.Problem($"There is no file '{file.Text}' beside the scenario.");
    }
}
