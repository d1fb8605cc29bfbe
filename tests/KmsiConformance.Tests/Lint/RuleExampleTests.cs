using KmsiConformance.Lint;
using NUnit.Framework;

namespace KmsiConformance.Tests.Lint;

/// <summary>Every rule has an example that it finds and one that it passes, in <c>Policies/Data/RULE</c>.</summary>
public sealed class RuleExampleTests
{
    private static IEnumerable<TestCaseData<string, string>> RulesByProfile =>
        from rule in LintRules.All
        from profile in rule.Profiles(KnownProfiles.B2c)
        select new TestCaseData<string, string>(rule.Id, profile).SetArgDisplayNames(rule.Name, profile);

    [TestCaseSource(nameof(RulesByProfile))]
    public void The_rule_finds_the_bad_example_and_passes_the_good_one(string rule, string profile)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Found(rule, "bad", profile), Is.Not.Empty, "bad");
            Assert.That(Found(rule, "good", profile), Is.Empty, "good");
        }
    }

    [TestCaseSource(nameof(RulesByProfile))]
    public void A_finding_names_a_place_and_a_mend(string rule, string profile)
    {
        foreach (var finding in Found(rule, "bad", profile))
        {
            var lines = File.ReadAllLines(finding.At.File);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(finding.At.Line, Is.InRange(1, lines.Length));
                Assert.That(finding.At.Column, Is.InRange(1, lines[finding.At.Line - 1].Length));
                Assert.That(finding.Message, Does.EndWith(".").And.Not.Contain("\n"));
                Assert.That(finding.Suggestion, Does.EndWith(".").Or.EndWith("?"));
                Assert.That(finding.Severity, Is.EqualTo(LintRules.Find(rule)!.Severity));
            }
        }
    }

    [Test]
    public void A_rule_outside_its_profiles_finds_nothing()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var rule in LintRules.All)
                foreach (var other in B2cProfile.All.Except(rule.Profiles(KnownProfiles.B2c)))
                    Assert.That(Found(rule.Id, "bad", other), Is.Empty, $"{rule.Id} {other}");
        }
    }

    [Test]
    public void Examples_belong_to_rules() => Assert.That(
        Directory.EnumerateDirectories(PolicyData.Examples).Select(Path.GetFileName).Order(StringComparer.Ordinal),
        Is.EqualTo(LintRules.All.Select(r => r.Id)));

    [Test]
    public void Ids_are_unique_and_in_order() =>
        Assert.That(LintRules.All.Select(r => r.Id), Is.Unique.And.Ordered.Using((IComparer<string>)StringComparer.Ordinal));

    [Test]
    public void Every_rule_class_is_in_the_list() => Assert.That(
        LintRules.All.Select(r => r.GetType()),
        Is.EquivalentTo(typeof(LintRule).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(LintRule)))));

    [Test]
    public void Every_rule_rests_on_something_known()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var rule in LintRules.All)
            {
                Assert.That(rule.Basis, Is.Not.Empty.And.All.Matches("^[RCP]-[0-9]{2,3}$"), rule.Id);
                Assert.That(rule.Title, Does.EndWith("."), rule.Id);
                Assert.That(rule.Document, Is.Not.Empty, rule.Id);
                Assert.That(rule.Profiles(KnownProfiles.B2c), Is.Not.Empty, rule.Id);
            }
        }
    }

    private static List<Finding> Found(string rule, string which, string profile) =>
        [.. new Linter(KnownProfiles.Readings(profile)).Lint([Path.Combine(PolicyData.Examples, rule, which)])
            .Findings.Where(f => f.Rule == rule)];
}
