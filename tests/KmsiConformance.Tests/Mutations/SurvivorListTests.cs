using KmsiConformance.Mutations;
using KmsiConformance.Mutations.Survivors;
using KmsiConformance.Suite;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Mutations;

/// <summary>The list of mutations that may survive is true, or it is refused with the place.</summary>
internal sealed class SurvivorListTests
{
    private const string File = "Checks/Check.cs";

    private static readonly Mutation Turned = new(File, "Judgement.Of", 12, default, "met", "!met");

    [Test]
    public void That_of_the_house_is_in_order() => Assert.That(
        () => Read(System.IO.File.ReadAllText(Path.Combine(Repository.Root, "tests", "KmsiConformance.Mutations", SurvivorList.Name))),
        Throws.Nothing);

    [TestCase("survivors: [{ file: Checks/Gone.cs, mutations: [x], reason: y }]", "There is no file 'Checks/Gone.cs'")]
    [TestCase("survivors: [{ file: Suite/SuiteLoader.cs, mutations: [x], reason: y }]", "There is no file 'Suite/SuiteLoader.cs'")]
    [TestCase("survivors: [{ file: Checks/Check.cs, mutations: [x] }]", "Expected the key 'reason'")]
    [TestCase("survivors: [{ file: Checks/Check.cs, mutations: [x, x], reason: y }]", "x is listed twice")]
    public void What_is_wrong_is_said_with_its_place(string text, string says) => Assert.That(
        () => Read(text), Throws.InstanceOf<SuiteException>().With.Message.Contains(says).And.Message.Contains("survivors.yaml(1,"));

    [Test]
    public void What_survives_has_to_be_listed()
    {
        var outcome = new Outcome(Turned, Fate.Survived, null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Lines(outcome), Is.EqualTo(new[] { $"SURVIVED  {File}(12)  Judgement.Of: met → !met" }));
            Assert.That(Lines(outcome with { Fate = Fate.NotReached }).Single(), Does.StartWith("NOT REACHED"));
            Assert.That(Lines(outcome, "'Judgement.Of: met → !met'"), Is.Empty);
            Assert.That(Lines(outcome, "'Judgement.*'"), Is.Empty);
        }
    }

    [Test]
    public void What_is_listed_has_to_survive()
    {
        var outcome = new Outcome(Turned, Fate.Killed, "SomeTests.One: was false");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Lines(outcome), Is.Empty);
            Assert.That(Lines(outcome, "'Judgement.Of: met → !met'").Single(), Does.StartWith("STALE").And.Contain("SomeTests.One"));
            Assert.That(Lines(outcome, "'Judgement.Of: met → true'").Single(), Does.StartWith("GONE"));
        }
    }

    private static IEnumerable<string> Lines(Outcome outcome, string? listed = null) => new Findings(
        [outcome], listed is null ? [] : Read($"survivors: [{{ file: {File}, mutations: [{listed}], reason: y }}]")).Lines(whole: true);

    private static IReadOnlyList<Survivor> Read(string text) => SurvivorList.Read(Repository.Root, text);
}
