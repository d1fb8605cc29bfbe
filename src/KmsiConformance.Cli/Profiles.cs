using KmsiConformance.Suite;

namespace KmsiConformance.Cli;

/// <summary>Chooses the profile that judges.</summary>
internal static class Profiles
{
    /// <summary>The profile asked for, or the default one.</summary>
    /// <exception cref="UserErrorException">There is no such profile.</exception>
    public static string Choose(ScenarioSuite suite, string? asked)
    {
        if (asked is null) return suite.DefaultProfile.Id;
        return suite.Profiles.Any(profile => profile.Id == asked)
            ? asked
            : throw new UserErrorException($"There is no profile '{asked}'. Known: {string.Join(", ", suite.Profiles.Select(profile => profile.Id))}.");
    }
}
