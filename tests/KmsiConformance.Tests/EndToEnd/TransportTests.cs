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
    [Nightly]
    [Test]
    public Task The_longest_catalogue_goes_the_same_way_over_sockets_and_in_memory() =>
        The_whole_catalogue_goes_the_same_way_over_sockets_and_in_memory(RealBrowser.DefaultProfile);

    [TestCase("b2c-2018-12")]
    [TestCase("oidc")]
    public async Task The_whole_catalogue_goes_the_same_way_over_sockets_and_in_memory(string profile)
    {
        var (memory, sockets) = (await RunAsync(profile, sockets: false), await RunAsync(profile, sockets: true));
        Assert.Multiple(() =>
        {
            Assert.That(memory.Keys, Is.EquivalentTo(sockets.Keys));
            foreach (var (scenario, steps) in memory) Assert.That(steps, Is.EqualTo(sockets[scenario]), scenario);
        });
    }

    private static async Task<Dictionary<string, IReadOnlyList<string>>> RunAsync(string profile, bool sockets)
    {
        var suite = RealBrowser.Suite;
        var ready = await Preflight.FindAsync(
            new PreflightRequest(null, true, false, ClockMode.Virtual, "simulated") { Sockets = sockets }, _ => { },
            CancellationToken.None);
        Assert.That(ready.Browser.Transport, Is.EqualTo(sockets ? "sockets" : "memory"));
        var worlds = new WorldFactory(ready,
            new ReferenceTargetKind(KnownProfiles.Readings(profile), null, suite.Folder),
            suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));
        var scenarios = suite.Select(profile, []).Where(scenario => !scenario.RealTime).ToList();
        var run = await new SuiteRunner(
            new RunOptions(suite, scenarios, profile, worlds, 2, RunOptions.StandardStepLimit, null, []),
            new NoProgress()).RunAsync(CancellationToken.None);
        return run.Scenarios.ToDictionary(
            scenario => scenario.Id,
            scenario => (IReadOnlyList<string>)[.. scenario.Steps.Select(step => $"{step.Text}: {step.Verdict.Text()}")],
            StringComparer.Ordinal);
    }
}
