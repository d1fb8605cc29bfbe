using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.Suite;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>A real Chromium and a moved clock, found or set up once for all tests, exactly as the command line does it.</summary>
internal static class RealBrowser
{
    private static readonly Lazy<Task<ReadyBrowser>> Found = new(() => Preflight.FindAsync(
        new PreflightRequest(null, false, false, ClockMode.Auto), TestContext.Progress.WriteLine, CancellationToken.None));

    private static readonly Lazy<Task<ReadyBrowser>> Imitation = new(() => Preflight.FindAsync(
        new PreflightRequest(null, true, false, ClockMode.Virtual, "simulated"), TestContext.Progress.WriteLine, CancellationToken.None));

    private static readonly Lazy<Task<ReadyBrowser>> FoundFirefox = new(() => Preflight.FindAsync(
        new PreflightRequest(null, false, false, ClockMode.Auto, "firefox"), TestContext.Progress.WriteLine, CancellationToken.None));

    public static ScenarioSuite Suite { get; } = SuiteLoader.Load(Repository.Scenarios);

    public static string DefaultProfile => Suite.DefaultProfile.Id;

    public static Task<ReadyBrowser> ReadyAsync() => Found.Value;

    public static Task<ReadyBrowser> FirefoxAsync() => FoundFirefox.Value;

    /// <summary>The simulated browser: for what is about checks and faults and not about browsers.</summary>
    public static Task<ReadyBrowser> SimulatedAsync() => Imitation.Value;

    /// <summary>Worlds with the reference as their target.</summary>
    public static async Task<IWorldFactory> WorldsAsync(string? behaves = null, string? fault = null, RunFolder? folder = null) =>
        new WorldFactory(await ReadyAsync(),
            new ReferenceTargetKind(KnownProfiles.Readings(behaves ?? DefaultProfile), fault is null ? null : [fault], Suite.Folder),
            Suite.RecipeOf(behaves ?? DefaultProfile), folder, TimeSpan.FromSeconds(20));

    /// <summary>Runs the scenarios that match the patterns.</summary>
    public static async Task<RunRecord> RunAsync(IWorldFactory worlds, string profile, RunFolder? folder, params string[] only)
    {
        var options = new RunOptions(Suite, Suite.Select(profile, only), profile, worlds, 2, RunOptions.StandardStepLimit, folder, []);
        return await new SuiteRunner(options, new NoProgress()).RunAsync(CancellationToken.None);
    }

    /// <summary>The verdicts by scenario, for comparison.</summary>
    public static Dictionary<string, Verdict> Verdicts(RunRecord run) =>
        run.Scenarios.ToDictionary(scenario => scenario.Id, scenario => scenario.Verdict);
}
