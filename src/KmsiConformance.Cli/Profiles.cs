using KmsiConformance.Policies;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Cli;

/// <summary>Chooses the profile that judges.</summary>
internal static class Profiles
{
    /// <summary>The readings of the profile asked for, or of the default one, where no scenarios are needed.</summary>
    /// <exception cref="UserErrorException">There is no such profile.</exception>
    public static Readings Readings(string? asked)
    {
        var known = All();
        return known.FirstOrDefault(profile => asked is null ? profile.IsDefault : profile.Id == asked)?.Readings
            ?? throw Unknown(asked, known);
    }

    /// <summary>All profiles of the scenarios folder.</summary>
    public static IReadOnlyList<Profile> All() => SuiteLoader.Profiles(ScenariosFolder.Find(null));

    /// <summary>The profile asked for, or the default one.</summary>
    /// <exception cref="UserErrorException">There is no such profile.</exception>
    public static string Choose(ScenarioSuite suite, string? asked)
    {
        if (asked is null) return suite.DefaultProfile.Id;
        return suite.Profiles.Any(profile => profile.Id == asked)
            ? asked
            : throw Unknown(asked, suite.Profiles);
    }

    private static UserErrorException Unknown(string? asked, IReadOnlyList<Profile> known)
    {
        List<string> ids = [.. known.Select(profile => profile.Id)];
        return new($"There is no profile '{asked}'.{NearestName.Hint(asked ?? "", ids)} Known: {string.Join(", ", ids)}.");
    }
}
