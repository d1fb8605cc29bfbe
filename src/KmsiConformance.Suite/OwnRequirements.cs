using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite;

/// <summary>Requirements that no document states and that a scenario says itself: <c>{ own: "…", level: MUST }</c>.</summary>
internal static class OwnRequirements
{
    private const string Key = "own";

    // Enough that sentences of one catalogue do not meet, and short enough to be said.
    private const int Letters = 8;

    /// <summary>Whether an entry of <c>requirements</c> is one, and no id.</summary>
    public static bool IsOne(YamlValue entry) => entry.IsMap;

    /// <summary>Reads one.</summary>
    /// <param name="entry">The map.</param>
    /// <param name="profiles">The profiles of its scenario, in which it holds.</param>
    public static Requirement Read(YamlValue entry, IReadOnlyList<string> profiles)
    {
        var sentence = Folded(entry.Get(Key).Text);
        return new Requirement(
            Id(sentence), Requirement.OwnArea, entry.Get("level").Text, sentence, entry.File.Name, $"line {entry.Line}", profiles,
            "browser", Reason: null)
        {
            IsOwn = true,
        };
    }

    /// <summary>
    /// The id of a sentence: it stays when the file is moved, the level changes or a line is wrapped, and is another as soon
    /// as the sentence is.
    /// </summary>
    public static string Id(string sentence) =>
        "OWN-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Folded(sentence))))[..Letters];

    /// <summary>Puts those of all scenarios beside the requirements of the documents.</summary>
    /// <param name="scenarios">The scenarios that were read.</param>
    /// <param name="requirements">Gets them; the same sentence in two scenarios is one requirement.</param>
    /// <returns>Sentences that are said with two levels, by scenario.</returns>
    public static IEnumerable<(string Scenario, SuiteProblem Problem)> Gather(
        IEnumerable<Scenario> scenarios, Dictionary<string, Requirement> requirements)
    {
        var problems = new List<(string, SuiteProblem)>();
        foreach (var scenario in scenarios)
        {
            foreach (var (own, line, column) in scenario.Own)
            {
                var known = requirements.GetValueOrDefault(own.Id, own);
                if (known.Level != own.Level)
                    problems.Add((scenario.Id, new SuiteProblem(
                        scenario.File, line, column,
                        $"The same sentence is {known.Level} in {known.Document}, {known.Section}, and {own.Level} here. "
                        + "Write one level.")));
                requirements[own.Id] = known with { Profiles = [.. known.Profiles.Union(own.Profiles, StringComparer.Ordinal)] };
            }
        }

        return problems;
    }

    private static string Folded(string sentence) =>
        string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
