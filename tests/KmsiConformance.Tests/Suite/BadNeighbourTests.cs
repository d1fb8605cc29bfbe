using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>A file that cannot be read stops those that want it, and nobody else.</summary>
internal sealed class BadNeighbourTests
{
    private const string Good = """
        title: It works as it should
        requirements: [R-004]
        steps:
          - open: groceries
            expect: prompt
        """;

    private static readonly string NoApp = Good.Replace("groceries", "bakery", StringComparison.Ordinal);

    private static readonly string NoTime = Good.Replace("- open", "- wait: 1 minute - 1 hour\n  - open", StringComparison.Ordinal);

    private static readonly string NoService = Good.Replace(
        "steps:", "third-parties: { desk: { plays: nobody, mappings: [] } }\nsteps:", StringComparison.Ordinal);

    private static readonly string TwoLevels = Good.Replace(
        "[R-004]", "[ { own: It is so or it is not., level: MUST }, { own: It is so or it is not., level: SHOULD } ]",
        StringComparison.Ordinal);

    private static IEnumerable<TestCaseData<string>> Bad =>
    [
        new TestCaseData<string>("title: [").SetArgDisplayNames("no YAML"),
        new TestCaseData<string>("title: Nothing").SetArgDisplayNames("no scenario"),
        new TestCaseData<string>(NoApp).SetArgDisplayNames("a name that stands for nothing"),
        new TestCaseData<string>(NoTime).SetArgDisplayNames("a wait that cannot be"),
        new TestCaseData<string>(NoService).SetArgDisplayNames("a third party that plays nobody"),
        new TestCaseData<string>(TwoLevels).SetArgDisplayNames("a sentence with two levels"),
    ];

    [TestCaseSource(nameof(Bad))]
    public void A_bad_file_does_not_stop_those_that_leave_it_out(string bad)
    {
        using var scratch = new ScratchSuite().With("good/one", Good).With("bad/one", bad);
        var suite = scratch.Load("good/*");
        Assert.That(suite.Scenarios.Select(scenario => scenario.Id), Is.EqualTo(new[] { "good/one" }));
        Assert.That(suite.LeftOut.Select(problem => problem.File), Is.Not.Empty.And.All.EndsWith("catalogue/bad/one.yaml"));
    }

    [TestCaseSource(nameof(Bad))]
    public void A_bad_file_stops_whoever_takes_it(string bad)
    {
        using var scratch = new ScratchSuite().With("good/one", Good).With("bad/one", bad).With("worse/one", "title: [");
        Assert.That(Files(() => scratch.Load("bad/*")), Is.EqualTo(new[] { "bad/one.yaml" }));
        Assert.That(Files(() => scratch.Load("*/one")), Is.EquivalentTo(new[] { "bad/one.yaml", "worse/one.yaml" }));
        Assert.That(Files(() => scratch.Load()), Is.EquivalentTo(new[] { "bad/one.yaml", "worse/one.yaml" }));
    }

    [Test]
    public void What_all_scenarios_rest_on_stops_everybody()
    {
        using var scratch = new ScratchSuite().With("good/one", Good);
        File.WriteAllText(Path.Combine(scratch.Folder, "recipes", "broken.yaml"), "cookies: [");
        Assert.That(() => scratch.Load("good/*"), Throws.TypeOf<SuiteException>().With.Message.Contains("broken.yaml"));
    }

    private static IEnumerable<string> Files(Action load) => Assert.Throws<SuiteException>(() => load())!.Problems
        .Select(problem => problem.File.Split("catalogue/")[1]).Distinct();
}
