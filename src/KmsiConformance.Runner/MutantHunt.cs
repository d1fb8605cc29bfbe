using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner;

/// <summary>What became of a mutant in the catalogue.</summary>
/// <param name="Ran">How many scenarios were played with it.</param>
/// <param name="Kills">Scenario and check for each scenario that failed with it and passes without; none: it survived.</param>
/// <param name="Unclear">Scenarios that neither passed nor failed with it.</param>
public sealed record MutantOutcome(
    string Mutant, int Ran, IReadOnlyList<(string Scenario, string Check)> Kills, IReadOnlyList<string> Unclear);

/// <summary>
/// Plays scenarios with one mutant of the reference after the other, until some scenario fails. What failed for the same
/// decision before is played first.
/// </summary>
/// <param name="healthy">The scenarios that pass without a mutant.</param>
/// <param name="worlds">Makes the worlds for a mutant.</param>
/// <param name="workers">Scenarios run at the same time.</param>
public sealed class MutantHunt(
    ScenarioSuite suite, string profile, IReadOnlyList<Scenario> healthy, Func<string, IWorldFactory> worlds, int workers)
{
    private readonly Dictionary<(string Point, string Scenario), int> _kills = [];

    /// <summary>Hunts one mutant.</summary>
    /// <param name="point">The decision that it turns.</param>
    /// <param name="reached">Ids of the scenarios in which it makes a difference; no other one is played.</param>
    public async Task<MutantOutcome> HuntAsync(
        string mutant, string point, IReadOnlySet<string> reached, CancellationToken cancellation)
    {
        var waiting = new Queue<Scenario>(healthy.Where(scenario => reached.Contains(scenario.Id))
            .OrderBy(scenario => scenario.RealTime || KillMatrix.WaitsInVain(scenario))
            .ThenByDescending(scenario => _kills.GetValueOrDefault((point, scenario.Id)))
            .ThenBy(scenario => scenario.Steps.Count).ThenBy(scenario => scenario.Id, StringComparer.Ordinal));
        var unclear = new List<string>();
        var ran = 0;
        for (var batch = workers; waiting.Count > 0; batch *= 2)
        {
            List<Scenario> next = [.. Enumerable.Range(0, Math.Min(batch, waiting.Count)).Select(_ => waiting.Dequeue())];
            var run = await new SuiteRunner(
                new RunOptions(suite, next, profile, worlds(mutant), workers, RunOptions.StandardStepLimit, null, []),
                new NoProgress()).RunAsync(cancellation);
            ran += next.Count;
            unclear.AddRange(run.Scenarios.Where(scenario => scenario.Verdict is Verdict.CantTell or Verdict.Error)
                .Select(scenario => scenario.Id));
            List<(string Scenario, string Check)> kills = [.. run.Scenarios.Where(KillMatrix.IsRed).SelectMany(KillMatrix.Red)];
            foreach (var (scenario, _) in kills) _kills[(point, scenario)] = _kills.GetValueOrDefault((point, scenario)) + 1;
            if (kills.Count > 0) return new MutantOutcome(mutant, ran, kills, unclear);
        }

        return new MutantOutcome(mutant, ran, [], unclear);
    }
}
