using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>Whatever is wrong in a scenario file, the message names the place, what was expected and what stands there.</summary>
internal sealed class BadScenarioTests
{
    private string _folder = "";

    [SetUp]
    public void CopyWhatScenariosNeed()
    {
        _folder = Directory.CreateTempSubdirectory("kmsi-suite-").FullName;
        foreach (var file in new[] { "profiles.yaml", "scenario.schema.json" })
            File.Copy(Path.Combine(Repository.Scenarios, file), Path.Combine(_folder, file));
        foreach (var below in new[] { "requirements", "recipes" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, below));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Scenarios, below)))
                File.Copy(file, Path.Combine(_folder, below, Path.GetFileName(file)));
        }

        Directory.CreateDirectory(Path.Combine(_folder, "catalogue", "area"));
    }

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    private const string Good = """
        title: It works as it should
        requirements: [R-004]
        steps:
          - sign-in: { user: alice, app: groceries }
          - wait: 2 minutes
          - open: groceries
            expect: silent
        """;

    [Test]
    public void The_unspoilt_scenario_loads()
    {
        var scenario = Load(Good).Scenarios.Single();
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Id, Is.EqualTo("area/one"));
            Assert.That(scenario.Steps, Has.Count.EqualTo(3));
            Assert.That(scenario.Steps[2].Line, Is.EqualTo(6));
            Assert.That(scenario.Profiles, Has.All.StartsWith("b2c-"));
        });
    }

    [TestCase("user: alice", "usre: alice", 4, "usre")]
    [TestCase("title: It works", "titel: It works", 1, "titel")]
    [TestCase("- open: groceries", "- opne: groceries", 6, "opne")]
    [TestCase("wait: 2 minutes", "wait: 2 fortnights", 5, "2 fortnights")]
    [TestCase("wait: 2 minutes", "wait-until: tomorrow", 5, "tomorrow")]
    [TestCase("R-004", "R-999", 1, "R-999")]
    [TestCase("[R-004]", "R-004", 2, "list")]
    [TestCase("app: groceries }", "app: bakery }", 4, "bakery")]
    [TestCase("expect: silent", "expect: quiet", 6, "quiet")]
    [TestCase("expect: silent", "expect: { b2c-2018-08: silent }", 6, "b2c-2016-09")]
    [TestCase("    expect: silent", "", 6, "expect")]
    [TestCase("{ user: alice, app: groceries }", "{ user: alice, app: groceries", 6, "YAML")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\npolicy: { file: policies/none.xml }", 1, "policies/none.xml")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\nprofiles: [b2c-1999-01]", 3, "b2c-1999-01")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\npolicy: { keep-alive: forever }", 3, "forever")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\napps: { groceries: { kind: native, logout-url: works } }", 3, "native app")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\napps: { groceries: { kind: spa, logout-url: lax } }", 3, "session cookie")]
    [TestCase("  - open: groceries\n    expect: silent", "  - renew: groceries", 6, "no single-page app")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\napps: { groceries: { logout-url: sometimes } }", 3, "sometimes")]
    public void What_is_wrong_is_named_with_its_place(string good, string bad, int line, string names)
    {
        var wrong = Assert.Throws<SuiteException>(() => Load(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Multiple(() =>
        {
            Assert.That(wrong.Message, Does.Contain(names));
            Assert.That(wrong.Problems.Select(problem => problem.File), Is.All.EndsWith("catalogue/area/one.yaml"));
            Assert.That(wrong.Problems.Min(problem => problem.Line), Is.InRange(Math.Max(1, line - 1), line + 1), wrong.Message);
        });
    }

    [Test]
    public void A_requirement_of_another_profile_is_refused()
    {
        var wrong = Assert.Throws<SuiteException>(() => Load(Good.Replace("[R-004]", "[R-120]", StringComparison.Ordinal)));
        Assert.That(wrong.Message, Does.Contain("R-120").And.Contain("aad-2020-06"));
    }

    [Test]
    public void All_files_are_read_before_anything_is_said()
    {
        File.WriteAllText(Path.Combine(_folder, "catalogue", "area", "two.yaml"), "title: [");
        var wrong = Assert.Throws<SuiteException>(() => Load(Good.Replace("R-004", "R-999", StringComparison.Ordinal)));
        Assert.That(wrong.Problems.Select(problem => Path.GetFileName(problem.File)), Is.EquivalentTo(new[] { "one.yaml", "two.yaml" }));
    }

    [Test]
    public void A_folder_that_is_none_is_refused() =>
        Assert.Throws<DirectoryNotFoundException>(() => SuiteLoader.Load(Path.Combine(_folder, "catalogue")));

    [Test]
    public void Repeated_steps_are_written_out()
    {
        var scenario = Load("""
            title: Often and again
            requirements: [R-004]
            steps:
              - repeat:
                  times: 3
                  steps:
                    - wait: 1 day
                    - open: groceries
                      expect: silent
            """).Scenarios.Single();
        Assert.That(scenario.Steps.Select(step => step.GetType()), Is.EqualTo(Enumerable.Repeat(new[] { typeof(WaitStep), typeof(OpenStep) }, 3).SelectMany(pair => pair)));
    }

    private ScenarioSuite Load(string scenario)
    {
        File.WriteAllText(Path.Combine(_folder, "catalogue", "area", "one.yaml"), scenario);
        return SuiteLoader.Load(_folder);
    }
}
