using KmsiConformance.Exploring;
using KmsiConformance.Exploring.Journeys;
using KmsiConformance.Policies;
using KmsiConformance.Runner;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;

namespace KmsiConformance.Tests.Exploring;

/// <summary>Where journeys of these tests are played: the reference, by any profile, in the simulated browser.</summary>
internal static class Grounds
{
    /// <summary>Every profile whose product is a login endpoint with apps.</summary>
    public static IEnumerable<string> Profiles => RealBrowser.Suite.Profiles
        .Where(profile => profile.Readings.Product != LoginProduct.Web).Select(profile => profile.Id);

    /// <summary>The ground of a profile.</summary>
    public static Ground Of(string profile) => new(
        profile, KnownProfiles.Readings(profile),
        RealBrowser.Suite.Requirements.Values.Where(requirement => requirement.Profiles.Contains(profile))
            .Select(requirement => requirement.Id).ToHashSet(StringComparer.Ordinal));

    /// <summary>How journeys are run against the reference.</summary>
    /// <param name="fault">The fault that it has; null for none.</param>
    public static async Task<RunOptions> RunAsync(string profile, string? fault)
    {
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(),
            new ReferenceTargetKind(KnownProfiles.Readings(profile), fault is null ? null : [fault], RealBrowser.Suite.Folder),
            RealBrowser.Suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));
        return new RunOptions(RealBrowser.Suite, [], profile, worlds, 2, RunOptions.StandardStepLimit, null, []);
    }

    /// <summary>Explores the reference, until something differs or so many journeys were played.</summary>
    public static async Task<Explored> ExploreAsync(string profile, string? fault, int seed, int most)
    {
        var differences = 0;
        return await new Explorer(await RunAsync(profile, fault), Of(profile), seed).ExploreAsync(
            _ => differences > 0, (_, _, found) => differences = found, most, CancellationToken.None);
    }
}
