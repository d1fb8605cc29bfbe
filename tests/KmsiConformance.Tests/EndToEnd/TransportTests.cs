using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>The simulated browser sees the same whether it goes over sockets and TLS or calls the sites in memory.</summary>
internal sealed class TransportTests
{
    [Test]
    public async Task The_whole_catalogue_goes_the_same_way_over_sockets_and_in_memory()
    {
        var (memory, sockets) = (await RunAsync(sockets: false), await RunAsync(sockets: true));
        Assert.Multiple(() =>
        {
            Assert.That(memory.Keys, Is.EquivalentTo(sockets.Keys));
            foreach (var (scenario, steps) in memory) Assert.That(steps, Is.EqualTo(sockets[scenario]), scenario);
        });
    }

    private static async Task<Dictionary<string, IReadOnlyList<string>>> RunAsync(bool sockets)
    {
        var suite = RealBrowser.Suite;
        var ready = await Preflight.FindAsync(
            new PreflightRequest(null, true, false, ClockMode.Virtual, "simulated") { Sockets = sockets }, _ => { },
            CancellationToken.None);
        Assert.That(ready.Browser.Transport, Is.EqualTo(sockets ? "sockets" : "memory"));
        var worlds = new WorldFactory(ready,
            new ReferenceTargetKind(KnownProfiles.Readings(RealBrowser.DefaultProfile), null, suite.Folder),
            suite.RecipeOf(RealBrowser.DefaultProfile), null, TimeSpan.FromSeconds(20));
        var scenarios = suite.Select(RealBrowser.DefaultProfile, []).Where(scenario => !scenario.RealTime).ToList();
        var run = await new SuiteRunner(
            new RunOptions(suite, scenarios, RealBrowser.DefaultProfile, worlds, 2, RunOptions.StandardStepLimit, null, []),
            new NoProgress()).RunAsync(CancellationToken.None);
        return run.Scenarios.ToDictionary(
            scenario => scenario.Id,
            scenario => (IReadOnlyList<string>)[.. scenario.Steps.Select(step => $"{step.Text}: {step.Verdict.Text()}")],
            StringComparer.Ordinal);
    }
}
