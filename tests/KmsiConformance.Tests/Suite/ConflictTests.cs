using KmsiConformance.Suite;
using KmsiConformance.Suite.Conflicts;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>What conflicts.yaml says of what shows a side, and what it is told when something of that is wrong.</summary>
internal sealed class ConflictTests
{
    private const string Good = """
        conflicts:
          - id: C-90
            question: May it be so?
            decides: nothing
            sides:
              - { profile: oidc, reading: may-be, says: "Yes.", seen-when: { scenario: area/one, verdict: PASSED } }
              - { document: "Another, 2020", reading: must-not, says: "No.", seen-when: [{ scenario: area/one, verdict: FAILED, seen: a page }] }
        """;

    private const string Scenario = """
        title: It asks whoever comes
        requirements: [N-01]
        profiles: [oidc]
        steps:
          - open: groceries
            expect: prompt
        """;

    [Test]
    public void The_evidence_of_the_catalogue_could_come() =>
        Assert.That(ConflictCheck.Problems(SuiteLoader.Load(Repository.Scenarios)).Select(problem => problem.ToString()), Is.Empty);

    [Test]
    public void The_unspoilt_conflict_is_read()
    {
        var read = Load(Good).Conflicts.Single();
        Assert.That(read.Sides.Select(side => (side.Reading, side.SeenWhen.Single().Verdict, side.SeenWhen.Single().Seen)),
            Is.EqualTo(new[] { ("may-be", "PASSED", (string?)null), ("must-not", "FAILED", "a page") }));
        Assert.That(ConflictCheck.Problems(Load(Good)), Is.Empty);
    }

    [TestCase("verdict: PASSED", "verdict: ERROR", 6, "Expected PASSED, FAILED or WARNING, found 'ERROR'")]
    [TestCase("verdict: PASSED", "verdict: PASSED, seen: it", 6, "Leave it out")]
    [TestCase(", seen: a page", "", 7, "Write under 'seen' some words")]
    [TestCase("seen: a page", "seen: \"\"", 7, "Write under 'seen' some words")]
    [TestCase("verdict: PASSED", "verdcit: PASSED", 6, "There is no key 'verdcit' here. Known: scenario, verdict, seen")]
    [TestCase("scenario: area/one, verdict: PASSED", "verdict: PASSED", 6, "'scenario'")]
    [TestCase("{ scenario: area/one, verdict: PASSED }", "area/one", 6, "Expected a scenario and its verdict here")]
    [TestCase("document: \"Another, 2020\", ", "", 7, "Expected either 'profile'")]
    public void What_is_wrong_is_said_with_its_place_and_the_mend(string found, string instead, int line, string said)
    {
        var wrong = Assert.Throws<SuiteException>(() => Load(Good.Replace(found, instead, StringComparison.Ordinal)));
        Assert.That(wrong.Problems.Select(problem => (problem.Line, problem.Message)),
            Has.One.Matches<(int Line, string Message)>(one => one.Line == line && one.Message.Contains(said, StringComparison.Ordinal)));
    }

    [TestCase("area/one, verdict: PASSED", "area/oen, verdict: PASSED", 6, "There is no scenario 'area/oen'")]
    [TestCase("FAILED", "WARNING", 7, "area/one is never WARNING, by the levels of its requirements. Write FAILED or PASSED")]
    [TestCase("verdict: FAILED, seen: a page", "verdict: PASSED", 6, "so it shows neither")]
    [TestCase("profile: oidc", "profile: oidcc", 6, "the profile 'oidcc', which there is not")]
    public void Evidence_that_could_never_come_is_said_with_its_place_and_the_mend(string found, string instead, int line, string said)
    {
        var problems = ConflictCheck.Problems(Load(Good.Replace(found, instead, StringComparison.Ordinal))).ToList();
        Assert.That(problems.Select(problem => (problem.File, problem.Line)), Has.Member(("conflicts.yaml", line)).Or.Not.Empty);
        Assert.That(problems[0].Line, Is.EqualTo(line));
        Assert.That(problems[0].Message, Does.Contain(said));
    }

    private static ScenarioSuite Load(string conflicts)
    {
        using var scratch = new ScratchSuite().With("area/one", Scenario);
        File.WriteAllText(Path.Combine(scratch.Folder, "conflicts.yaml"), conflicts);
        var profiles = Path.Combine(scratch.Folder, "profiles.yaml");

        // These take no side in it.
        var lines = File.ReadAllLines(profiles).Where(line => !line.Contains("readings:", StringComparison.Ordinal)
            && !line.TrimStart().StartsWith("C-", StringComparison.Ordinal));
        File.WriteAllLines(profiles, lines);
        return scratch.Load();
    }
}
