using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Names;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Targets.Processes;
using KmsiConformance.Targets.Reference;

namespace KmsiConformance.Cli;

/// <summary>Finds the target that the command line names.</summary>
internal static class TargetChoice
{
    /// <summary>How the reference is called.</summary>
    public const string Reference = "reference";

    /// <summary>The target file that <c>--target</c> names; null when it names the reference.</summary>
    /// <exception cref="SuiteException">The file is wrong.</exception>
    /// <exception cref="UserErrorException">It is neither a file nor the reference.</exception>
    public static TargetFile? FileOf(string named, ScenarioSuite suite)
    {
        if (named.Split(':', 2)[0] == Reference) return null;
        if (File.Exists(named) || named.EndsWith(".yaml", StringComparison.Ordinal)) return new TargetFileReader(suite).Read(named);
        throw new UserErrorException(
            $"There is no target '{named}'. Expected reference, reference:PROFILE, or a target file (docs/targets.md).");
    }

    /// <summary>The target kind for <c>--target</c>.</summary>
    /// <param name="named"><c>reference</c> or <c>reference:PROFILE</c>; something else where there is a file.</param>
    /// <param name="file">The target file; null for the reference.</param>
    /// <param name="profile">The profile that judges.</param>
    /// <param name="faults">The faults asked for.</param>
    /// <param name="suite">The loaded scenarios folder.</param>
    /// <exception cref="UserErrorException">There is no such target, profile or fault.</exception>
    public static ITargetKind Choose(string named, TargetFile? file, string profile, IReadOnlyList<string> faults, ScenarioSuite suite)
    {
        if (file is not null)
        {
            if (faults is [var fault, ..])
                throw new UserErrorException($"--fault {fault}: only the reference can be started with a fault. Leave it out for {named}.");

            // What a scenario needs may differ by the profile that judges.
            var (kind, protocol) = (suite.Profiles.First(known => known.Id == profile).AppKind, file.AppKind);
            if (kind != protocol)
                throw new UserErrorException(
                    $"--profile {profile} judges by apps of kind {kind}, and those that {file.Path} speaks of are of kind {protocol}. "
                    + "Take a profile of the target's protocol, or leave it out.");
            var judged = file with { Profile = profile, NamesIssuerByTenant = suite.ReadingsOf(profile).NamesIssuerByTenant };
            return file.Start is null ? new RemoteTargetKind(judged) : new ProcessTargetKind(judged, ClockChoice.Providers);
        }

        var behaves = Behaves(named, profile, suite);
        FaultChoice.Check("--fault", faults);
        return new ReferenceTargetKind(suite.ReadingsOf(behaves), faults, suite.Folder);
    }

    /// <summary>Refuses faults that make no difference where the reference behaves as the command line says.</summary>
    /// <exception cref="UserErrorException">One would change nothing.</exception>
    public static void CheckFaultsAct(
        string named, TargetFile? file, string profile, IReadOnlyList<string> faults, ScenarioSuite suite)
    {
        if (file is null && faults.Count > 0)
            FaultChoice.CheckActs(
                "--fault", faults, suite.ReadingsOf(Behaves(named, profile, suite)), suite.Profiles.Select(known => known.Readings));
    }

    private static string Behaves(string named, string profile, ScenarioSuite suite)
    {
        var parts = named.Split(':', 2);
        var behaves = parts.Length == 2 ? parts[1] : profile;
        return suite.Profiles.Any(known => known.Id == behaves) ? behaves : throw new UserErrorException(
            $"The reference cannot behave by '{behaves}'.{NearestName.Hint(behaves, suite.Profiles.Select(known => known.Id))} It knows "
            + $"{string.Join(", ", suite.Profiles.Select(known => known.Id))}.");
    }
}
