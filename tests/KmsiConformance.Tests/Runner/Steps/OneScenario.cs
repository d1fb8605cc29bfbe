using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Tests.Suite;
using KmsiConformance.Worlds;

namespace KmsiConformance.Tests.Runner.Steps;

/// <summary>A scenario that a test writes, played against the reference in the simulated browser.</summary>
internal static class OneScenario
{
    /// <summary>Plays it under the default profile.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="parking">Where it is put away in long waits; null sits them out.</param>
    public static async Task<ScenarioRecord> PlayAsync(string text, ParkingRules? parking = null)
    {
        using var scratch = new ScratchSuite().With("own/one", text);
        var (suite, profile) = (scratch.Load(), RealBrowser.DefaultProfile);
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(), new ReferenceTargetKind(KnownProfiles.Readings(profile), null, suite.Folder),
            suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));
        var options = new RunOptions(suite, suite.Scenarios, profile, worlds, 1, RunOptions.StandardStepLimit, null, [])
        {
            Parking = parking,
        };
        return (await new SuiteRunner(options, new NoProgress()).RunAsync(CancellationToken.None)).Scenarios.Single();
    }
}
