using KmsiConformance.Ledger;
using KmsiConformance.Lint;
using KmsiConformance.Reference.Faults;
using KmsiConformance.Runner;
using KmsiConformance.Suite;

namespace KmsiConformance.Cli.Coverage;

/// <summary>Puts beside each requirement who assesses it: scenarios, rules of the linter, checks, and faults that prove them.</summary>
internal static class CoverageTable
{
    /// <summary>The requirements of a profile, or of all.</summary>
    /// <param name="suite">The loaded scenarios folder.</param>
    /// <param name="profile">The profile; null for all.</param>
    public static CoverageRecord Of(ScenarioSuite suite, string? profile)
    {
        var profiles = suite.Profiles.Where(known => profile is null || known.Id == profile).ToList();
        var assessing = (
            from known in profiles
            from scenario in suite.Select(known.Id, [])
            from requirement in suite.Assessed(scenario, known.Id)
            select (requirement.Id, Scenario: scenario, Profile: known.Id)).ToLookup(one => one.Id, StringComparer.Ordinal);
        var readings = profiles.Select(known => known.Readings).ToList();
        var rules = LintRules.All.Where(rule => rule.Profiles(readings).Count > 0).ToList();
        var faults = FaultList.All.Where(fault => readings.Exists(fault.ActsUnder.Invoke)).ToList();
        return new CoverageRecord
        {
            Profile = profile,
            Requirements =
            [
                .. suite.Requirements.Values
                    .Where(requirement => requirement.Profiles.Intersect(profiles.Select(known => known.Id)).Any())
                    .OrderBy(requirement => requirement.Id, StringComparer.Ordinal)
                    .Select(requirement => new CoveredRequirement
                    {
                        Id = requirement.Id,
                        Area = requirement.Area,
                        Level = requirement.Level,
                        Text = requirement.Text,
                        AssessedBy = requirement.AssessedBy,
                        Scenarios = Each(assessing[requirement.Id].Select(one => one.Scenario.Id)),
                        Rules = Each(rules.Where(rule => rule.Basis.Contains(requirement.Id)).Select(rule => rule.Id)),
                        Checks = Each(assessing[requirement.Id].SelectMany(one => JudgingChecks.Of(one.Scenario, one.Profile))),
                        Faults = Each(faults.Where(fault => fault.Violates.Contains(requirement.Id)).Select(fault => fault.Name)),
                        Reason = requirement.Reason,
                    }),
            ],
        };
    }

    private static IReadOnlyList<string> Each(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
