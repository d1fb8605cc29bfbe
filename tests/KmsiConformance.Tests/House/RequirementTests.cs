using KmsiConformance.Cli.Coverage;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>No requirement is without an answer: somebody assesses it, or it says why nobody does.</summary>
internal sealed class RequirementTests
{
    private static readonly ScenarioSuite Suite = SuiteLoader.Load(Repository.Scenarios);

    private static IEnumerable<string> Profiles => Suite.Profiles.Select(profile => profile.Id);

    [TestCaseSource(nameof(Profiles))]
    public void A_requirement_is_assessed_or_says_why_not(string profile)
    {
        var silent = CoverageTable.Of(Suite, profile).Requirements
            .Where(requirement => !requirement.IsAssessed && requirement.Reason is null)
            .Select(requirement => $"{requirement.Id}: {requirement.Text}");
        Assert.That(silent, Is.Empty,
            "write a scenario that cites it (profiles: as the requirement's), a rule of the linter, or a 'reason' beside the requirement");
    }

    [Test]
    public void Whoever_is_named_as_assessing_does()
    {
        var named = CoverageTable.Of(Suite, null).Requirements
            .Where(requirement => requirement.Reason is null)
            .Where(requirement => requirement.AssessedBy == "browser" && requirement.Scenarios.Count == 0
                || requirement.AssessedBy == "lint" && requirement.Rules.Count == 0);
        Assert.That(named.Select(requirement => requirement.Id), Is.Empty);
    }

    [Test]
    public void Every_check_judges_in_some_scenario()
    {
        var known = typeof(KmsiConformance.Checks.Check).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(KmsiConformance.Checks.Check)) && !type.IsAbstract).Select(type => type.Name);
        var judging = Suite.Scenarios.SelectMany(scenario => scenario.Profiles.SelectMany(profile => JudgingChecks.Of(scenario, profile)));
        var everywhere = File.ReadAllText(
            Path.Combine(Repository.Root, "src", "KmsiConformance.Checks", "Invariants", "AllInvariants.cs"));
        Assert.That(known.Where(name => !everywhere.Contains($"new {name}(", StringComparison.Ordinal)),
            Is.SubsetOf(judging.Distinct().ToList()),
            "the step's performer names it in Checks, and a scenario has the step; or it is an invariant");
    }
}
