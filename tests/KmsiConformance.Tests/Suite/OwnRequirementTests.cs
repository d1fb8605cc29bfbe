using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>What no document says, a scenario can say itself.</summary>
internal sealed class OwnRequirementTests
{
    private const string Sentence = "The basket is still there after a sign-in.";

    [Test]
    public void It_becomes_a_requirement_of_the_scenarios_profiles()
    {
        using var scratch = new ScratchSuite().With("area/one", Scenario(Sentence, "SHOULD", "profiles: [b2c-2020-12, oidc]"));
        var suite = scratch.Load();
        var own = suite.Requirements.Values.Single(requirement => requirement.IsOwn);
        Assert.Multiple(() =>
        {
            Assert.That(own.Id, Does.Match("^OWN-[0-9a-f]{8}$"));
            Assert.That((own.Text, own.Level, own.Basis), Is.EqualTo((Sentence, "SHOULD", "own requirement")));
            Assert.That(own.Document, Does.EndWith("catalogue/area/one.yaml"));
            Assert.That(suite.Assessed(suite.Scenarios[0], "oidc").Select(assessed => assessed.Id), Is.EqualTo(new[] { own.Id, }));
            Assert.That(suite.Assessed(suite.Scenarios[0], "b2c-2020-12").Select(assessed => assessed.Id),
                Is.EquivalentTo(new[] { own.Id, "R-004" }));
        });
    }

    [Test]
    public void Its_id_stays_while_its_sentence_does()
    {
        var first = Id(Scenario(Sentence, "MUST", ""));
        Assert.Multiple(() =>
        {
            Assert.That(Id(Scenario(Sentence, "SHOULD", "clock: real")), Is.EqualTo(first), "level and place do not matter");
            Assert.That(Id(Scenario(Sentence.Replace(" is ", "\n      is   ", StringComparison.Ordinal), "MUST", "")), Is.EqualTo(first),
                "nor how it is wrapped");
            Assert.That(Id(Scenario(Sentence.Replace("basket", "bucket", StringComparison.Ordinal), "MUST", "")), Is.Not.EqualTo(first));
        });
    }

    [Test]
    public void The_same_sentence_in_two_scenarios_is_one_requirement()
    {
        using var scratch = new ScratchSuite()
            .With("area/one", Scenario(Sentence, "MUST", "profiles: [b2c-2020-12]"))
            .With("area/two", Scenario(Sentence, "MUST", "profiles: [b2c-2018-08]"));
        var own = scratch.Load().Requirements.Values.Single(requirement => requirement.IsOwn);
        Assert.That(own.Profiles, Is.EquivalentTo(new[] { "b2c-2020-12", "b2c-2018-08" }));
    }

    [Test]
    public void With_two_levels_it_is_refused_where_it_comes_second()
    {
        using var scratch = new ScratchSuite()
            .With("area/one", Scenario(Sentence, "MUST", "")).With("area/two", Scenario(Sentence, "SHOULD", ""));
        var problem = Assert.Throws<SuiteException>(() => scratch.Load()).Problems.Single();
        Assert.That(problem.File, Does.EndWith("area/two.yaml"));
        Assert.That((problem.Line, problem.Column), Is.EqualTo((4, 5)));
        Assert.That(problem.Message, Does.Contain("is MUST in").And.Contain("area/one.yaml, line 4"));
    }

    [TestCase("level: MUST", "level: MUSN", "Did you mean MUST?")]
    [TestCase(", level: MUST", "", "expected the key 'level'")]
    [TestCase("own:", "owm:", "Did you mean own?")]
    [TestCase(Sentence, "Short.", "expected at least 10 characters")]
    public void What_is_wrong_with_it_is_said(string good, string bad, string says)
    {
        using var scratch = new ScratchSuite().With(
            "area/one", Scenario(Sentence, "MUST", "").Replace(good, bad, StringComparison.Ordinal));
        Assert.That(() => scratch.Load(), Throws.TypeOf<SuiteException>().With.Message.Contains(says).And.Message.Contains("one.yaml(4,"));
    }

    private static string Id(string scenario)
    {
        using var scratch = new ScratchSuite().With("area/one", scenario);
        return scratch.Load().Requirements.Values.Single(requirement => requirement.IsOwn).Id;
    }

    private static string Scenario(string sentence, string level, string more) => $$"""
        title: It works as it should
        requirements:
          - R-004
          - { own: "{{sentence}}", level: {{level}} }
        {{more}}
        steps:
          - open: groceries
            expect: prompt
        """;
}
