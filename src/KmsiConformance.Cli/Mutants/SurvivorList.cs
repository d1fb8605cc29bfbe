using System.IO.Enumeration;
using KmsiConformance.Reference.Mutants;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Cli.Mutants;

/// <summary>Mutants that no scenario kills, and need not.</summary>
/// <param name="Mutants">A name, or a pattern with <c>*</c> for some of the mutants of a decision.</param>
/// <param name="Profiles">Under which profiles; null for all.</param>
/// <param name="Place">Where it is listed.</param>
internal sealed record Survivor(string Mutants, IReadOnlyList<string>? Profiles, string Reason, YamlValue Place)
{
    /// <summary>Whether it speaks of many.</summary>
    public bool IsPattern => Mutants.Contains('*', StringComparison.Ordinal);

    public bool IsUnder(string profile) => Profiles is null || Profiles.Contains(profile);

    public bool Names(string mutant) => FileSystemName.MatchesSimpleExpression(Mutants, mutant, ignoreCase: false);
}

/// <summary>Reads <c>survivors.yaml</c> of the scenarios folder.</summary>
internal static class SurvivorList
{
    private const string Name = "survivors.yaml";

    /// <summary>What is listed; nothing where the folder has no such file.</summary>
    /// <exception cref="SuiteException">An entry names no mutant or profile, has no reason, or is there twice.</exception>
    public static IReadOnlyList<Survivor> Read(ScenarioSuite suite)
    {
        var path = Path.Combine(suite.Folder, Name);
        if (!File.Exists(path)) return [];
        var listed = YamlFile.Read(path, Name).Root.Get("survivors").Items.SelectMany(group => Group(group, suite)).ToList();
        var twice = listed.FirstOrDefault(
            one => listed.Exists(other => other != one && other.Mutants == one.Mutants && Overlap(other.Profiles, one.Profiles)));
        return twice is null ? listed : throw twice.Place.Problem($"{twice.Mutants} is listed twice. Leave one out.");
    }

    private static IEnumerable<Survivor> Group(YamlValue group, ScenarioSuite suite)
    {
        var known = MutantList.All.ToList();
        var reason = group.Get("reason").Text;
        IReadOnlyList<string>? profiles = group.Find("profiles") is null ? null : group.Texts("profiles");
        if (profiles?.FirstOrDefault(named => suite.Profiles.All(profile => profile.Id != named)) is { } unknown)
            throw group.Get("profiles").Problem($"There is no profile '{unknown}'.");
        foreach (var mutant in group.Get("mutants").Items)
        {
            var listed = new Survivor(mutant.Text, profiles, reason, mutant);
            if (!known.Exists(listed.Names))
                throw mutant.Problem($"There is no mutant '{mutant.Text}'. 'kmsi faults --decisions --list' names them.");
            yield return listed;
        }
    }

    private static bool Overlap(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
        one is null || other is null || one.Intersect(other, StringComparer.Ordinal).Any();
}
