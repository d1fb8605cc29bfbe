using System.IO.Enumeration;
using KmsiConformance.Policies;
using KmsiConformance.Suite.Conflicts;

namespace KmsiConformance.Suite;

/// <summary>Everything under <c>scenarios/</c>, read and cross-checked.</summary>
/// <param name="Folder">The scenarios folder; policy files are named relative to it.</param>
public sealed record ScenarioSuite(
    string Folder,
    IReadOnlyList<Profile> Profiles,
    IReadOnlyDictionary<string, Requirement> Requirements,
    IReadOnlyList<Scenario> Scenarios,
    IReadOnlyDictionary<string, Recipe> Recipes)
{
    /// <summary>The cast: users that scenarios may name, and for whom a target has to have accounts.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>Policy files that scenarios may name, relative to the folder, with forward slashes.</summary>
    public IReadOnlyList<string> PolicyFiles { get; init; } = [];

    /// <summary>By which recipes find parts of pages by their meaning.</summary>
    public Words.PageWords Words { get; init; } = Suite.Words.PageWords.None;

    /// <summary>What documents disagree about, and what shows which side a target is on.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; init; } = [];

    /// <summary>What is wrong in scenarios that nobody asked for, and which are therefore not among <see cref="Scenarios"/>.</summary>
    public IReadOnlyList<SuiteProblem> LeftOut { get; init; } = [];

    /// <summary>The profile that judges when none is asked for.</summary>
    public Profile DefaultProfile => Profiles.First(profile => profile.IsDefault);

    /// <summary>The readings of a profile.</summary>
    /// <exception cref="InvalidOperationException">There is no such profile.</exception>
    public Readings ReadingsOf(string profile) => Profiles.First(known => known.Id == profile).Readings;

    /// <summary>How the pages of a profile's product are operated.</summary>
    public Recipe RecipeOf(string profile) => Recipes[Profiles.First(known => known.Id == profile).Recipe];

    /// <summary>
    /// The scenarios that run under a profile, as they are played there, in the order of their ids.
    /// </summary>
    /// <param name="only">Patterns over ids with <c>*</c> and <c>?</c>; a scenario is taken when one matches. Empty: all.</param>
    public IReadOnlyList<Scenario> Select(string profile, IReadOnlyList<string> only) =>
        [.. Scenarios.Where(scenario => scenario.Profiles.Contains(profile) && Matches(scenario.Id, only))
            .Select(scenario => scenario.Under(Profiles.First(known => known.Id == profile)))];

    /// <summary>The requirements that a scenario assesses under a profile.</summary>
    public IReadOnlyList<Requirement> Assessed(Scenario scenario, string profile) =>
        [.. scenario.Requirements.Select(id => Requirements[id]).Where(requirement => requirement.Profiles.Contains(profile))];

    internal static bool Matches(string id, IReadOnlyList<string> only) =>
        only.Count == 0 || only.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, id));
}
