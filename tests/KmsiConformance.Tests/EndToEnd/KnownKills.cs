using KmsiConformance.Reference.Faults;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Worlds;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>The kill matrix in the simulated browser. Each fault runs once, whichever test asks for it first.</summary>
internal static class KnownKills
{
    private static readonly Lazy<Task<KillMatrix>> Matrix =
        new(async () => Over(RealBrowser.Suite, await RealBrowser.SimulatedAsync(), workers: 2));

    private static readonly Dictionary<string, FaultOutcome> Known = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, IReadOnlyList<FaultOutcome>> Under = new(StringComparer.Ordinal);

    private static readonly SemaphoreSlim Gate = new(1, 1);

    /// <summary>Every fault of the reference.</summary>
    public static IReadOnlyList<KnownFault> Faults { get; } =
        [.. FaultList.All.Select(fault => new KnownFault(fault.Name, fault.Does, fault.Violates, fault.ActsUnder))];

    /// <summary>A matrix over these scenarios in that browser.</summary>
    public static KillMatrix Over(ScenarioSuite suite, ReadyBrowser ready, int workers) => new(
        suite,
        (profile, fault) => new WorldFactory(
            ready, new ReferenceTargetKind(KnownProfiles.Readings(profile), fault is null ? null : [fault], suite.Folder),
            suite.RecipeOf(profile), null,
            TimeSpan.FromSeconds(20)),
        workers);

    /// <summary>What became of every fault that acts under a profile.</summary>
    public static async Task<IReadOnlyList<FaultOutcome>> UnderAsync(string profile)
    {
        await Gate.WaitAsync();
        try
        {
            if (Under.TryGetValue(profile, out var known)) return known;
            return Under[profile] = await RunAsync(profile, Faults);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>What became of some of them, as far as they act under the profile.</summary>
    public static async Task<IReadOnlyList<FaultOutcome>> UnderAsync(string profile, IReadOnlyList<KnownFault> faults)
    {
        await Gate.WaitAsync();
        try
        {
            return await RunAsync(profile, faults);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<IReadOnlyList<FaultOutcome>> RunAsync(string profile, IReadOnlyList<KnownFault> faults)
    {
        var outcomes = new List<FaultOutcome>();
        var judging = RealBrowser.Suite.Profiles.Single(one => one.Id == profile);
        await foreach (var outcome in (await Matrix.Value).RunAsync(faults, judging, CancellationToken.None)) outcomes.Add(outcome);
        return outcomes;
    }

    /// <summary>What became of a fault.</summary>
    public static async Task<FaultOutcome> OfAsync(KnownFault fault)
    {
        await Gate.WaitAsync();
        try
        {
            return Known.TryGetValue(fault.Name, out var known) ? known : Known[fault.Name] = await OnlyAsync(await Matrix.Value, fault);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>The one outcome of a matrix that runs one fault.</summary>
    public static async Task<FaultOutcome> OnlyAsync(KillMatrix matrix, KnownFault fault)
    {
        await foreach (var outcome in matrix.RunAsync([fault], CancellationToken.None)) return outcome;
        throw new InvalidOperationException("The matrix gave no outcome.");
    }
}
