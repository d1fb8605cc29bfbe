using KmsiConformance.Runner.Steps;
using KmsiConformance.Suite.Schema;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>A kind of step is found by its type; what it lacks is named here.</summary>
internal sealed class StepKindTests
{
    private static IEnumerable<StepKind> Kinds => StepKind.All.Values;

    [TestCaseSource(nameof(Kinds))]
    public void A_kind_of_step_is_complete(StepKind kind)
    {
        var folder = kind.Type.Namespace!.Split('.')[^1];
        var steps = Path.Combine(Repository.Root, "src", "KmsiConformance.Suite", "Steps", folder);
        var performers = Path.Combine(Repository.Root, "src", "KmsiConformance.Runner", "Steps", folder);
        var performer = kind.Type.Name.Replace("Step", "Performer", StringComparison.Ordinal) + ".cs";
        Assert.Multiple(() =>
        {
            Assert.That(kind.Type.Name, Does.EndWith("Step"));
            Assert.That(Path.Combine(steps, kind.Type.Name + ".cs"), Does.Exist, "the step's class");
            Assert.That(Path.Combine(steps, kind.Verb + ".schema.json"), Does.Exist, "its part of the schema");
            Assert.That(Path.Combine(performers, performer), Does.Exist, "its performer");
            Assert.That(StepPerformer.All.Keys, Does.Contain(kind.Type), $"nobody performs it: write a StepPerformer<{kind.Type.Name}>");
            Assert.That(File.ReadAllText(Path.Combine(Repository.Root, "docs", "scenarios.md")), Does.Contain($"`{kind.Verb}:"),
                "docs/scenarios.md shows it");
        });
    }

    [Test]
    public void Every_part_of_the_schema_belongs_to_a_kind() => Assert.That(SchemaParts.Verbs, Is.EquivalentTo(StepKind.All.Keys));

    [Test]
    public void Every_performer_performs_a_kind() =>
        Assert.That(StepPerformer.All.Keys, Is.EquivalentTo(Kinds.Select(kind => kind.Type)));
}
