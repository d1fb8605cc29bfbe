using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using KmsiConformance.Exploring;
using KmsiConformance.Ledger;
using KmsiConformance.Reference.Mutants;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Mutants;

/// <summary>
/// Plays the catalogue of a profile against mutants of the reference. Once without any, to see which mutants make a difference
/// in which scenarios; then each mutant in its scenarios alone, until one fails.
/// </summary>
/// <param name="browser">What the scenarios run in.</param>
/// <param name="listed">The list of survivors.</param>
/// <param name="journeys">How many journeys at most explore a mutant that no scenario kills; 0 for none.</param>
internal sealed class MutantRun(ScenarioSuite suite, PreflightStep browser, IReadOnlyList<Survivor> listed, int journeys)
{
    /// <summary>Decisions that are not asked for in any scenario of the profiles that ran, by profile.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Unasked => _unasked;

    private readonly Dictionary<string, IReadOnlyList<string>> _unasked = new(StringComparer.Ordinal);

    /// <summary>Judges these mutants under a profile: those whose decision is asked for there.</summary>
    public async IAsyncEnumerable<JudgedMutant> RunAsync(
        IReadOnlyList<string> mutants, Profile profile, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (healthy, watches) = await WatchAsync(profile, cancellation);
        var asked = watches.Values.SelectMany(watch => watch.Points).ToHashSet(StringComparer.Ordinal);
        _unasked[profile.Id] = [.. mutants.Select(MutantList.PointOf).Distinct(StringComparer.Ordinal)
            .Where(point => !asked.Contains(point) && MutantList.IsDecidedBy(profile.Readings.Product, point))];
        var hunt = new MutantHunt(suite, profile.Id, healthy, mutant => Worlds(profile, [mutant], null), Environment.ProcessorCount);
        foreach (var mutant in mutants.Where(mutant => asked.Contains(MutantList.PointOf(mutant))))
        {
            var reached = watches.Where(watch => watch.Value.Different.Contains(mutant)).Select(watch => watch.Key)
                .ToHashSet(StringComparer.Ordinal);
            var outcome = await hunt.HuntAsync(mutant, MutantList.PointOf(mutant), reached, cancellation);
            var known = listed.FirstOrDefault(one => one.IsUnder(profile.Id) && one.Names(mutant));
            var isUnnoticed = outcome.Kills.Count == 0 && known is null;
            var explored = isUnnoticed && journeys > 0 ? await ExploreAsync(mutant, profile, cancellation) : null;
            yield return new JudgedMutant(profile.Id, outcome, reached.Count, explored, known);
        }
    }

    private async Task<(IReadOnlyList<Scenario> Healthy, IReadOnlyDictionary<string, DecisionWatch> Watches)> WatchAsync(
        Profile profile, CancellationToken cancellation)
    {
        var watches = new ConcurrentDictionary<string, DecisionWatch>(StringComparer.Ordinal);
        var scenarios = suite.Select(profile.Id, []);
        var run = await new SuiteRunner(
            Options(profile, scenarios, Worlds(profile, [], scenario => watches.GetOrAdd(scenario.Id, _ => new DecisionWatch()))),
            new NoProgress()).RunAsync(cancellation);
        var passed = run.Scenarios.Where(scenario => scenario.Verdict == Verdict.Passed).Select(scenario => scenario.Id)
            .ToHashSet(StringComparer.Ordinal);
        return ([.. scenarios.Where(scenario => passed.Contains(scenario.Id))], watches);
    }

    private async Task<Difference?> ExploreAsync(string mutant, Profile profile, CancellationToken cancellation)
    {
        var run = Options(profile, [], Worlds(profile, [mutant], null));
        return await new Explorer(run, ExploredGround.Of(run, null), seed: 1) { MostTries = 0 }.FirstAsync(journeys, cancellation);
    }

    private RunOptions Options(Profile profile, IReadOnlyList<Scenario> scenarios, IWorldFactory worlds) =>
        new(suite, scenarios, profile.Id, worlds, Environment.ProcessorCount, RunOptions.StandardStepLimit, null, []);

    private IWorldFactory Worlds(Profile profile, IReadOnlyList<string> mutants, Func<Scenario, DecisionWatch>? watch) => browser.Worlds(
        suite, new ReferenceTargetKind(profile.Readings, mutants, suite.Folder) { Watch = watch }, null, RunOptions.StandardStepLimit);
}
