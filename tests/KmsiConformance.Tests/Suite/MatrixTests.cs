using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>One file describes a scenario for each combination of what varies.</summary>
internal sealed class MatrixTests
{
    private const string File = """
        title: The box decides what a restart leaves
        requirements: [R-031]
        matrix:
          box: [true, false]
          restart: [quit, crash]
        policy: { keep-alive: 7 days, session: 3600 seconds }
        steps:
          - sign-in: { user: alice, app: groceries, keep-me-signed-in: <box> }
          - wait: 2 minutes
          - restart-browser: <restart>
          - expect-no-cookie: { role: sso }
            when: { box: false }
          - open: groceries
            expect: { choose: [{ when: { box: true }, then: silent }, { otherwise: prompt }] }
        """;

    [Test]
    public void Each_combination_is_a_scenario_with_an_id_and_title_of_its_own()
    {
        var scenarios = Load(File).Scenarios;
        Assert.That(scenarios.Select(scenario => scenario.Id), Is.EqualTo(new[]
        {
            "own/one/false-crash", "own/one/false-quit", "own/one/true-crash", "own/one/true-quit",
        }));
        Assert.That(scenarios[0].Title, Is.EqualTo("The box decides what a restart leaves (box false, restart crash)"));
    }

    [Test]
    public void A_value_stands_where_it_is_named_and_a_step_only_where_its_condition_holds()
    {
        var scenarios = Load(File).Scenarios;
        var (unticked, ticked) = (scenarios[0], scenarios[3]);
        Assert.That(Texts(unticked), Is.EqualTo(new[]
        {
            "alice signs in to groceries, box unticked → signed-in", "wait 2 minutes", "restart the browser (crash)",
            "the sso cookie does not exist", "open groceries → prompt",
        }));
        Assert.That(Texts(ticked), Is.EqualTo(new[]
        {
            "alice signs in to groceries, box ticked → signed-in", "wait 2 minutes", "restart the browser (quit)",
            "open groceries → silent",
        }));
    }

    [Test]
    public void Steps_keep_the_lines_where_they_were_written() =>
        Assert.That(Load(File).Scenarios[3].Steps.Select(step => step.Line), Is.EqualTo(new[] { 8, 9, 10, 13 }));

    [Test]
    public void What_is_excepted_is_not_played()
    {
        var file = File.Replace("policy:", "  except: [{ box: false, restart: [crash] }]\npolicy:", StringComparison.Ordinal);
        var scenarios = Load(file).Scenarios;
        Assert.That(
            scenarios.Select(scenario => scenario.Id),
            Is.EqualTo(new[] { "own/one/false-quit", "own/one/true-crash", "own/one/true-quit" }));
    }

    [Test]
    public void Few_combinations_are_enough_for_every_two_values_to_meet()
    {
        const string five = """
              session: [30 minutes, 60 minutes, 90 minutes]
              days: [7 days, 30 days, 90 days]
              expiry: [rolling, absolute]
              restart: [quit, crash, restore-session]
              box: [true, false]
              except: [{ days: 90 days, restart: crash }]
            """;
        var file = File.Replace("  box: [true, false]\n  restart: [quit, crash]", five, StringComparison.Ordinal)
            .Replace("7 days, session: 3600 seconds", "<days>, session: <session>, expiry: <expiry>", StringComparison.Ordinal);
        var few = Load(file).Scenarios.Select(scenario => scenario.Title.Split('(')[1].TrimEnd(')').Split(", ")).ToList();
        var all = Load(file.Replace("  except", "  combinations: all\n  except", StringComparison.Ordinal)).Scenarios;

        var met = few.SelectMany(values => values.SelectMany(one => values.Select(other => (one, other)))).ToHashSet();
        var possible = all.Select(scenario => scenario.Title.Split('(')[1].TrimEnd(')').Split(", "))
            .SelectMany(values => values.SelectMany(one => values.Select(other => (one, other)))).ToHashSet();
        Assert.That(all, Has.Count.EqualTo((3 * 3 * 2 * 3 * 2) - (3 * 2 * 2)));
        Assert.That(met, Is.EquivalentTo(possible));
        Assert.That(few, Has.Count.AtMost(13), "nine pairs of the two longest take nine; a good choice needs few more");
    }

    [TestCase("box: [true, false]", "box: true", "4,8", "Expected the values of box, in brackets: 'box: [one, another]'")]
    [TestCase("box: [true, false]", "box: [true]", "4,8", "What varies has two values or more")]
    [TestCase("box: [true, false]", "box: [true, True]", "4,15", "become the same part of the scenario's id, 'true'")]
    [TestCase("box: [true, false]", "box: [true, '?']", "4,15", "'?' has no letter or digit")]
    [TestCase("box: [true, false]", "Box: [true, false]", "4,3", "'Box' cannot be written as <Box>")]
    [TestCase("restart: [quit, crash]", "restart: [quit, crash]\n  scope: [tenant, policy]", "6,3", "Nothing depends on scope")]
    [TestCase("restart: [quit, crash]", "restart: [quit, crash]\n  except: [{ box: maybe }]", "6,19", "'maybe' is not a value of box")]
    [TestCase("restart: [quit, crash]", "restart: [quit, crash]\n  except: [{ bx: true }]", "6,14", "Did you mean box?")]
    [TestCase("restart: [quit, crash]", "restart: [quit, crash]\n  except: { box: true }", "6,11", "Expected a list")]
    [TestCase("restart: [quit, crash]", "restart: [quit, crash]\n  except: [{ box: true }, { box: true }]", "6,27", "has no effect")]
    [TestCase("restart: [quit, crash]", "restart: [quit, crash]\n  except: [{ box: [true, false] }]", "4,3", "leaves no combination")]
    [TestCase("restart: [quit, crash]", "restart: [quit, crash]\n  combinations: some", "6,17", "Expected pairwise")]
    [TestCase("<restart>", "<restarts>", "10,22", "<restarts> is not in the matrix. Did you mean restart?")]
    [TestCase("<restart>", "<Restart>", "10,22", "<Restart> is not in the matrix. Did you mean restart?")]
    [TestCase("when: { box: false }", "when: { box: perhaps }", "12,18", "'perhaps' is not a value of box")]
    [TestCase("when: { box: false }", "when: {}", "12,11", "Expected what the combination has to be")]
    [TestCase(
        "{ otherwise: prompt }", "{ when: { restart: quit }, then: prompt }", "14,23",
        "Nothing is chosen for box false, restart crash")]
    [TestCase(
        "{ otherwise: prompt }", "{ otherwise: prompt }, { when: { restart: quit }, then: prompt }", "14,86",
        "No combination that is played comes here")]
    [TestCase("{ otherwise: prompt }", "{ else: prompt }", "14,63", "Expected { when: { … }, then: … }, or { otherwise: … }")]
    [TestCase("{ choose: [", "{ app-session: x, choose: [", "14,13", "Expected alternatives and nothing beside them")]
    public void What_is_wrong_is_said_with_its_place(string right, string wrong, string place, string message)
    {
        var said = Assert.Throws<SuiteException>(() => Load(File.Replace(right, wrong, StringComparison.Ordinal)))!.Problems;
        Assert.That(said, Has.Count.EqualTo(1));
        Assert.That($"{said[0].Line},{said[0].Column}", Is.EqualTo(place), said[0].ToString());
        Assert.That(said[0].Message, Does.Contain(message));
    }

    [Test]
    public void What_is_wrong_in_all_combinations_is_said_once_and_otherwise_with_one_of_those_where_it_is()
    {
        var inAll = Problems(File.Replace("open: groceries", "open: grocery", StringComparison.Ordinal));
        Assert.That(inAll.Single().Message, Does.Contain("grocery").And.Not.Contain("box"));

        var inSome = Problems(File.Replace("then: silent", "then: silence", StringComparison.Ordinal));
        Assert.That(
            inSome.Single().Message,
            Does.Contain("silence").And.EndsWith("(Where box true, restart quit, and in another combination.)"));
        Assert.That((inSome.Single().Line, inSome.Single().Column), Is.EqualTo((14, 53)));
    }

    [Test]
    public void Too_many_are_refused()
    {
        var digits = string.Join(", ", Enumerable.Range(1, 15));
        var file = File.Replace(
            "restart: [quit, crash]", $"restart: [quit, crash]\n  minutes: [{digits}]\n  seconds: [{digits}]", StringComparison.Ordinal)
            .Replace("wait: 2 minutes", "wait: <minutes> minutes + <seconds> seconds", StringComparison.Ordinal);
        Assert.That(Problems(file).Single().Message, Does.Contain("scenarios, more than 200: leave out values."));
        var more = file.Replace(
            "seconds: [", "days: [7 days, 8 days, 9 days, 10 days]\n  hours: [1, 2, 3, 4, 5, 6]\n  seconds: [", StringComparison.Ordinal);
        Assert.That(Problems(more).Single().Message, Does.Contain("These are 21600 combinations, more than 20000"));
    }

    [Test]
    public void A_wrong_combination_stops_nobody_who_leaves_it_out()
    {
        using var scratch = new ScratchSuite().With("own/one", File.Replace("then: silent", "then: silence", StringComparison.Ordinal));
        Assert.That(scratch.Load("own/one/false-*").LeftOut, Has.Count.EqualTo(1));
        Assert.That(() => scratch.Load("own/one/true-quit"), Throws.TypeOf<SuiteException>());
    }

    [Test]
    public void A_wrong_matrix_stops_whoever_asks_for_one_of_its_scenarios()
    {
        using var scratch = new ScratchSuite().With("own/one", File.Replace("[true, false]", "[true]", StringComparison.Ordinal));
        Assert.That(() => scratch.Load("own/one/true-quit"), Throws.TypeOf<SuiteException>());
    }

    private static IReadOnlyList<SuiteProblem> Problems(string file) => Assert.Throws<SuiteException>(() => Load(file))!.Problems;

    private static ScenarioSuite Load(string file)
    {
        using var scratch = new ScratchSuite().With("own/one", file);
        return scratch.Load();
    }

    private static IEnumerable<string> Texts(Scenario scenario) => scenario.Steps.Select(step => step.Text("b2c-2020-12"));
}
