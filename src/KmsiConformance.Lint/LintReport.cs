using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Policies.Sets;

namespace KmsiConformance.Lint;

/// <summary>What linting found.</summary>
/// <param name="Findings">By file, line, column and rule; each once, however many policies share the place.</param>
/// <param name="Unreadable">Files that should be policies and cannot be read.</param>
/// <param name="Files">How many policy files were read.</param>
/// <param name="Policies">How many policies that apps can name were judged.</param>
/// <param name="Sets">How many sets they form.</param>
public sealed record LintReport(
    Readings Readings, IReadOnlyList<Finding> Findings, IReadOnlyList<PolicyException> Unreadable, int Files, int Policies, int Sets)
{
    /// <summary>How many findings have a severity or a higher one.</summary>
    public int AtOrAbove(Severity severity) => Findings.Count(f => f.Severity >= severity);
}

/// <summary>The settings in force of every policy that apps can name.</summary>
/// <param name="Policies">By file name.</param>
/// <param name="Unreadable">Files that should be policies and cannot be read.</param>
public sealed record SettingsReport(Readings Readings, IReadOnlyList<PolicyInForce> Policies, IReadOnlyList<PolicyException> Unreadable)
{
    /// <summary>Policies without a relying party, each with its file: others build on them, and no app can name them.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>Reads the settings of every policy among files and folders.</summary>
    public static SettingsReport Of(IEnumerable<string> paths, Readings readings)
    {
        var found = FoundPolicies.In(paths);
        var policies = new List<PolicyInForce>();
        var unreadable = found.Unreadable.ToList();
        foreach (var family in PolicyFamily.Of(found.Policies))
        {
            var walk = new PolicyWalk(family);
            policies.AddRange(walk.Visit().Where(v => v.File.IsForRelyingParties).Select(v => PolicyInForce.Of(v.Merged, readings)));
            unreadable.AddRange(walk.Unreadable);
        }

        return new SettingsReport(readings, [.. policies.OrderBy(p => p.File, StringComparer.Ordinal)], unreadable)
        {
            Bases =
            [
                .. found.Policies.Where(header => policies.TrueForAll(policy => policy.File != header.File))
                    .Select(header => $"{header.PolicyId} ({header.File})"),
            ],
        };
    }
}
