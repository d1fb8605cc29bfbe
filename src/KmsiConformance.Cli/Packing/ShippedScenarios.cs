using KmsiConformance.Certification;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Kept;

namespace KmsiConformance.Cli.Packing;

/// <summary>The scenarios that travel with the program: what a profile's name promises.</summary>
internal sealed class ShippedScenarios
{
    private const string Catalogue = "catalogue/";

    private static readonly Lazy<ScenarioSuite> All = new(() => SuiteLoader.Load(ScenariosFolder.Shipped));

    private readonly Dictionary<string, HashedFile> _texts;

    private ShippedScenarios(IReadOnlyList<string> required, Dictionary<string, HashedFile> texts) =>
        (Required, _texts) = (required, texts);

    /// <summary>The ids of all scenarios of the profile; none where it is not shipped.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>Those of a profile.</summary>
    public static ShippedScenarios Of(string profile)
    {
        var suite = All.Value;
        IReadOnlyList<Scenario> scenarios = suite.Profiles.Any(known => known.Id == profile) ? suite.Select(profile, []) : [];
        return new ShippedScenarios(
            [.. scenarios.Select(scenario => scenario.Id)],
            SuiteArchive.Files(suite, scenarios).ToDictionary(
                file => file.Key, file => HashedFile.Of(file.Key, File.ReadAllBytes(file.Value)), StringComparer.Ordinal));
    }

    /// <summary>As <see cref="Differing"/>, without scenarios that are only missing: they are missed among those that ran.</summary>
    public IReadOnlyList<string> Changed(IReadOnlyList<HashedFile> texts)
    {
        var kept = texts.Select(text => text.Name).ToHashSet(StringComparer.Ordinal);
        return [.. Differing(texts).Where(name => kept.Contains(name) || !name.StartsWith(Catalogue, StringComparison.Ordinal))];
    }

    /// <summary>The names of texts that are others, or are in only one of the two.</summary>
    public IReadOnlyList<string> Differing(IReadOnlyList<HashedFile> texts)
    {
        var kept = texts.ToDictionary(text => text.Name, StringComparer.Ordinal);
        return [.. kept.Keys.Union(_texts.Keys, StringComparer.Ordinal)
            .Where(name => kept.GetValueOrDefault(name) != _texts.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];
    }
}
