using KmsiConformance.Reference;
using KmsiConformance.Runner;
using KmsiConformance.Worlds;
using KmsiConformance.Worlds.Targets;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>
/// A check that cannot fail is worth nothing: every fault of the reference turns some check red, and the same scenario
/// passes when the fault is absent.
/// </summary>
[Category("Browser")]
internal sealed class FaultTests
{
    private static readonly Lazy<Task<KillMatrix>> Matrix = new(async () =>
    {
        var ready = await RealBrowser.ReadyAsync();
        return new KillMatrix(RealBrowser.Suite, (profile, fault) => new WorldFactory(
            ready, new ReferenceTargetKind(profile, fault, RealBrowser.Suite.Folder), RealBrowser.Suite.Recipes["b2c"], null, TimeSpan.FromSeconds(20)), 2);
    });

    private static IEnumerable<TestCaseData> All => Faults.All.Select(fault =>
        new TestCaseData(new KnownFault(fault.Name, fault.Does, fault.Violates, fault.Profiles)).SetName($"Caught: {fault.Name}"));

    [TestCaseSource(nameof(All))]
    public async Task Every_fault_is_caught_and_only_when_it_is_set(KnownFault fault)
    {
        var matrix = await Matrix.Value;
        var outcome = (FaultOutcome?)null;
        await foreach (var one in matrix.RunAsync([fault], CancellationToken.None)) outcome = one;

        Assert.Multiple(() =>
        {
            Assert.That(outcome!.Kills, Is.Not.Empty, $"{fault.Name}: {fault.Description}. Ran in {outcome.Profile}: {string.Join(", ", outcome.Ran)}");
            Assert.That(outcome.Unsound, Is.Empty, "scenarios that do not pass without the fault, or broke with it");
        });
    }

    [Test]
    public void There_are_enough_faults() => Assert.That(Faults.All, Has.Count.AtLeast(15));
}
