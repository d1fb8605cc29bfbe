using KmsiConformance.Reference.Faults;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Reference;

namespace KmsiConformance.Cli;

/// <summary>Finds the target that the command line names.</summary>
internal static class TargetChoice
{
    private const string Reference = "reference";

    /// <summary>The target kind for <c>--target</c>.</summary>
    /// <param name="named"><c>reference</c> or <c>reference:PROFILE</c>.</param>
    /// <param name="profile">The profile that judges.</param>
    /// <param name="fault">The fault asked for; null for none.</param>
    /// <param name="suite">The loaded scenarios folder.</param>
    /// <exception cref="UserErrorException">There is no such target, profile or fault.</exception>
    public static ITargetKind Choose(string named, string profile, string? fault, ScenarioSuite suite)
    {
        var parts = named.Split(':', 2);
        if (parts[0] != Reference) throw new UserErrorException($"There is no target '{named}'. Known: reference, reference:PROFILE.");
        var behaves = parts.Length == 2 ? parts[1] : profile;
        if (suite.Profiles.All(known => known.Id != behaves))
            throw new UserErrorException(
                $"The reference cannot behave by '{behaves}'. It knows {string.Join(", ", suite.Profiles.Select(known => known.Id))}.");
        if (fault is not null && FaultList.All.All(known => known.Name != fault))
            throw new UserErrorException($"There is no fault '{fault}'. 'kmsi faults --list' names them.");
        return new ReferenceTargetKind(suite.ReadingsOf(behaves), fault, suite.Folder);
    }
}
