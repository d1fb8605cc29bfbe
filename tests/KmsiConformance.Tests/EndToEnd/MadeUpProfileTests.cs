using KmsiConformance.Ledger;
using KmsiConformance.Lint;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.Suite;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>
/// A profile that nobody has written a line of C# for: its readings are combined anew in a scenarios folder. The reference
/// behaves by them, and who behaves by another profile fails.
/// </summary>
internal sealed class MadeUpProfileTests
{
    private const string MadeUp = "b2c-made-up";

    private const string Profile = """

          - id: b2c-made-up
            title: Sides that no document takes together
            date: 2022-02-02
            product: b2c
            documents: [None]
            readings:
              C-01: two-gates
              C-05: metadata
              C-15: initiator-included
              C-20: cookie-removed
              C-21: apps-told

        """;

    private const string Requirement = """
        area: Made up
        requirements:
          - { id: R-901, level: MUST, text: It holds., document: None, section: None, profiles: [b2c-made-up], assessed-by: browser }
        """;

    // The step at which somebody who behaves by b2c-2020-12 (or, for the page, by b2c-2018-12) goes wrong is the last one.
    private static readonly Dictionary<string, string> Scenarios = new(StringComparer.Ordinal)
    {
        ["the-short-time-ends-a-kept-session"] = """
            policy: { keep-alive: 7 days, session: 20 minutes, expiry: absolute }
            steps:
              - sign-in: { user: alice, app: groceries, keep-me-signed-in: true }
              - wait-until: sign-in + session - 1 minute
              - open: groceries
                expect: silent
              - wait-until: sign-in + session + 1 minute
              - open: groceries
                expect: prompt
            """,
        ["the-page-alone-shows-no-box"] = """
            policy: { file: policies/2018-12-seven-days.xml }
            steps:
              - open: groceries
                expect: prompt
              - expect-page: { keep-me-signed-in: hidden }
            """,
        ["the-app-that-asked-is-told"] = """
            apps:
              groceries: { logout-url: works }
              pharmacy: { logout-url: works }
            steps:
              - sign-in: { user: alice, app: groceries }
              - open: pharmacy
                expect: silent
              - sign-out: groceries
              - expect-notified: { app: pharmacy, times: 1 }
              - expect-notified: { app: groceries, times: 1 }
            """,
        ["a-policy-without-days-removes-the-cookie"] = """
            policy: { keep-alive: 7 days, session: 20 minutes }
            other-policy: { session: 20 minutes, keep-me-signed-in: hidden }
            steps:
              - sign-in: { user: alice, app: groceries, keep-me-signed-in: true }
              - wait: 2 minutes
              - open: { app: groceries, policy: other }
                expect: silent
              - expect-no-cookie: { role: sso }
            """,
    };

    private string _folder = "";
    private ScenarioSuite _suite = null!;

    [OneTimeSetUp]
    public void CombineReadingsAnew()
    {
        _folder = Directory.CreateTempSubdirectory("kmsi-made-up-").FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.Scenarios, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(Repository.Scenarios, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.AppendAllText(Path.Combine(_folder, "profiles.yaml"), Profile);
        File.WriteAllText(Path.Combine(_folder, "requirements", "made-up.yaml"), Requirement);

        // The schema tells editors the names of the profiles.
        var schema = Path.Combine(_folder, "scenario.schema.json");
        File.WriteAllText(schema, File.ReadAllText(schema)
            .Replace("\"b2c-2020-12\",", $"\"b2c-2020-12\", \"{MadeUp}\",", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(_folder, "catalogue", "made-up"));
        foreach (var (name, text) in Scenarios)
            File.WriteAllText(Path.Combine(_folder, "catalogue", "made-up", name + ".yaml"),
                $"title: It is {name}\nrequirements: [R-901]\nprofiles: [{MadeUp}]\n{text}\n");
        _suite = SuiteLoader.Load(_folder);
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> Names => Scenarios.Keys;

    [TestCaseSource(nameof(Names))]
    public async Task The_reference_behaves_by_readings_that_are_combined_anew(string name)
    {
        var judged = await JudgeAsync(name, behaves: MadeUp);
        Assert.That(judged.Verdict, Is.EqualTo(Verdict.Passed), judged.Reason);
    }

    [TestCase("the-short-time-ends-a-kept-session", B2cProfile.December2020)]
    [TestCase("the-page-alone-shows-no-box", B2cProfile.December2018)]
    [TestCase("the-app-that-asked-is-told", B2cProfile.December2020)]
    [TestCase("a-policy-without-days-removes-the-cookie", B2cProfile.December2020)]
    public async Task Who_behaves_by_another_profile_fails_at_the_last_step(string name, string behaves)
    {
        var judged = await JudgeAsync(name, behaves);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(judged.Verdict, Is.EqualTo(Verdict.Failed), judged.Reason);
            Assert.That(judged.Steps.Select(step => step.Verdict).SkipLast(1), Has.None.EqualTo(Verdict.Failed));
        }
    }

    [Test]
    public void The_linter_looks_at_what_the_readings_say()
    {
        var readings = _suite.ReadingsOf(MadeUp);
        var found = Rules("2018-12-seven-days.xml");
        var offered = Rules("2020-12-thirty-days.xml");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Does.Contain("KMSI071"), "the page alone shows no box (C-05)");
            Assert.That(offered, Does.Contain("KMSI057"), "both gates have to be open equally long (C-01)");
            Assert.That(offered, Does.Not.Contain("KMSI058"), "nobody says that the days take the place of the seconds (C-01)");
            Assert.That(LintRules.All.Where(rule => rule.When == ReadingCondition.SingleSignOut).Select(rule => rule.When.Holds(readings)),
                Has.All.True, "C-21");
            Assert.That(LintRules.All.Single(rule => rule.Id == "KMSI053").When.Holds(readings), Is.False, "no range is named (C-03)");
        }

        HashSet<string> Rules(string file) =>
            [.. new Linter(readings).Lint([Path.Combine(_folder, "policies", file)]).Findings.Select(finding => finding.Rule)];
    }

    private async Task<ScenarioRecord> JudgeAsync(string name, string behaves)
    {
        var target = new ReferenceTargetKind(_suite.ReadingsOf(behaves), null, _suite.Folder);
        var worlds = new WorldFactory(await RealBrowser.SimulatedAsync(), target, _suite.RecipeOf(MadeUp), null, TimeSpan.FromSeconds(20));
        var run = await new SuiteRunner(
            new RunOptions(_suite, _suite.Select(MadeUp, [$"made-up/{name}"]), MadeUp, worlds, 1, RunOptions.StandardStepLimit, null, []),
            new NoProgress()).RunAsync(CancellationToken.None);
        return run.Scenarios.Single();
    }
}
