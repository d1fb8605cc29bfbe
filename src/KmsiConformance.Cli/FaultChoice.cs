using KmsiConformance.Policies;
using KmsiConformance.Reference.Faults;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Cli;

/// <summary>Holds the faults that the command line names against those that there are, and that can show.</summary>
internal static class FaultChoice
{
    /// <summary>Refuses a name that stands for no fault, and faults that cannot be set together.</summary>
    /// <exception cref="UserErrorException">What is wrong, and what was likely meant.</exception>
    public static void Check(string option, IReadOnlyList<string> names)
    {
        if (FaultList.WhyNot(names) is not { } reason) return;
        var hint = names.Select(name =>
            FaultList.All.Any(fault => fault.Name == name) || !reason.Contains($"'{name}'", StringComparison.Ordinal) ? ""
            : NearestName.Hint(name, FaultList.All.Select(fault => fault.Name))).FirstOrDefault(words => words.Length > 0, "");
        throw new UserErrorException($"{option}: {reason}{hint}");
    }

    /// <summary>Refuses a fault that makes no difference under the reading by which the reference behaves.</summary>
    /// <param name="known">The readings of all profiles, for those that it acts under.</param>
    /// <exception cref="UserErrorException">It would change nothing.</exception>
    public static void CheckActs(string option, IReadOnlyList<string> names, Readings behaves, IEnumerable<Readings> known)
    {
        foreach (var name in names)
        {
            if (FaultList.Named(name).ActsUnder(behaves)) continue;
            var acts = known.Where(FaultList.Named(name).ActsUnder).Select(readings => readings.Profile).ToList();
            throw new UserErrorException(
                $"{option} {name}: it makes no difference under {behaves.Profile}, so nothing could notice it. "
                + (acts.Count > 0 ? $"Take one of the profiles under which it acts, with --profile: {string.Join(", ", acts)}."
                    : "Leave it out."));
        }
    }
}
