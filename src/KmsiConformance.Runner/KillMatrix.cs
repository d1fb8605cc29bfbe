using KmsiConformance.Ledger;
using KmsiConformance.Policies;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner;

/// <summary>A fault of the reference as the matrix sees it.</summary>
/// <param name="Requirements">Ids of the requirements that it violates: the scenarios that assess them must catch it.</param>
/// <param name="ActsUnder">Whether it makes a difference under a profile's readings.</param>
public sealed record KnownFault(string Name, string Description, IReadOnlyList<string> Requirements, Func<Readings, bool> ActsUnder);

/// <summary>What became of a fault.</summary>
/// <param name="Profile">The profile under which the reference ran with it.</param>
/// <param name="Ran">Scenarios that assess what it violates.</param>
/// <param name="Kills">Scenario and check for each scenario that failed with the fault and passes without.</param>
/// <param name="Unsound">Scenarios that did not pass although no fault was set, or were an ERROR with it.</param>
public sealed record FaultOutcome(
    KnownFault Fault, string Profile, IReadOnlyList<string> Ran, IReadOnlyList<(string Scenario, string Check)> Kills,
        IReadOnlyList<string> Unsound)
{
    /// <summary>Why some that might have caught it cannot be played in the browser that was chosen; null where none is left out.</summary>
    public string? NotPlayed { get; init; }

    /// <summary>Whether some check turned red because of the fault.</summary>
    public bool Caught => Kills.Count > 0;
}

/// <summary>
/// Runs every fault against the scenarios that assess what it violates. A check that no fault can turn red proves
/// nothing, and a scenario that is red without a fault proves nothing either; so both directions are run.
/// </summary>
/// <param name="suite">The loaded scenarios folder.</param>
/// <param name="worlds">Makes the worlds for a profile and a fault (null: none).</param>
/// <param name="workers">Scenarios run at the same time.</param>
public sealed class KillMatrix(ScenarioSuite suite, Func<string, string?, IWorldFactory> worlds, int workers)
{
    private readonly Dictionary<(string Profile, string Scenario), Verdict> _healthy = [];

    /// <summary>
    /// Runs the faults one after the other and yields each outcome as it is known: each under the profile in which most
    /// scenarios assess what it violates.
    /// </summary>
    public async IAsyncEnumerable<FaultOutcome> RunAsync(
        IEnumerable<KnownFault> faults, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var fault in faults)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return await OutcomeAsync(fault, Best(fault), cancellation);
        }
    }

    /// <summary>
    /// Runs the faults under one profile: those that act under it and violate one of its requirements. Others do there what the
    /// documents allow.
    /// </summary>
    public async IAsyncEnumerable<FaultOutcome> RunAsync(
        IEnumerable<KnownFault> faults, Profile profile,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var fault in faults.Where(fault => Concerns(fault, profile)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return await OutcomeAsync(fault, profile, cancellation);
        }
    }

    private bool Concerns(KnownFault fault, Profile profile) => fault.ActsUnder(profile.Readings)
        && suite.Requirements.Values.Any(requirement => requirement.Profiles.Contains(profile.Id) && Violates(fault, requirement));

    // The same demand has another name in other documents.
    private static bool Violates(KnownFault fault, Requirement requirement) =>
        fault.Requirements.Contains(requirement.Id) || requirement.Like.Intersect(fault.Requirements).Any();

    private async Task<FaultOutcome> OutcomeAsync(KnownFault fault, Profile judging, CancellationToken cancellation)
    {
        var (profile, scenarios) = (judging.Id, Assessing(fault, judging));
        if (scenarios.Count == 0) return new FaultOutcome(fault, profile, [], [], []);

        // What only another browser can show is no miss of this one.
        var reasons = scenarios.ToDictionary(scenario => scenario, WhyNotHere(profile));
        var unplayed = reasons.Values.FirstOrDefault(reason => reason is not null);
        scenarios = [.. scenarios.Where(scenario => reasons[scenario] is null)];
        if (scenarios.Count == 0) return new FaultOutcome(fault, profile, [], [], []) { NotPlayed = unplayed };
        var outcome = await PlayedAsync(fault, profile, scenarios, cancellation);
        return outcome.Caught ? outcome : outcome with { NotPlayed = unplayed };
    }

    private async Task<FaultOutcome> PlayedAsync(
        KnownFault fault, string profile, IReadOnlyList<Scenario> scenarios, CancellationToken cancellation)
    {
        // In some scenarios somebody does not answer, which takes its time: they are asked where no other has noticed.
        var prompt = scenarios.Where(scenario => !WaitsInVain(scenario)).ToList();
        var outcome = await OutcomeAsync(fault, profile, prompt, cancellation);
        return outcome.Caught || prompt.Count == scenarios.Count ? outcome : await OutcomeAsync(fault, profile, scenarios, cancellation);
    }

    // Why the browser cannot play a scenario that the target can.
    private Func<Scenario, string?> WhyNotHere(string profile)
    {
        var factory = worlds(profile, null);
        return scenario => factory.Target.WhyNot(scenario) is null ? factory.WhyInapplicable(scenario) : null;
    }

    /// <summary>Whether somebody does not answer in it, which takes its time.</summary>
    internal static bool WaitsInVain(Scenario scenario) => scenario.ThirdParties.Values
        .SelectMany(party => party.Mappings).Any(mapping => mapping.LongestDelay >= TargetRequest.NoAnswer);

    /// <summary>Whether somebody would notice: it failed, or an invariant found something beside the point.</summary>
    internal static bool IsRed(ScenarioRecord scenario) =>
        scenario.Verdict is Verdict.Failed or Verdict.Warning || scenario.Steps.Any(step => step.Violated is not null);

    /// <summary>The checks that turned red: the one that decided, and what an invariant found on the way.</summary>
    internal static IEnumerable<(string Scenario, string Check)> Red(ScenarioRecord scenario) => scenario.Steps
        .Where(step => step.Violated is not null || ReferenceEquals(step, scenario.Deciding())).Select(step => step.Check ?? "?")
        .Distinct(StringComparer.Ordinal).Select(check => (scenario.Id, check));

    private async Task<FaultOutcome> OutcomeAsync(
        KnownFault fault, string profile, IReadOnlyList<Scenario> scenarios, CancellationToken cancellation)
    {
        var unknown = scenarios.Where(scenario => !_healthy.ContainsKey((profile, scenario.Id))).ToList();
        if (unknown.Count > 0)
        {
            foreach (var healthy in (await RunAsync(unknown, profile, null, cancellation)).Scenarios)
                _healthy[(profile, healthy.Id)] = healthy.Verdict;
        }

        var run = await RunAsync(scenarios, profile, fault.Name, cancellation);
        var kills = run.Scenarios.Where(scenario => IsRed(scenario) && _healthy[(profile, scenario.Id)] == Verdict.Passed);
        var unsound = scenarios.Where(scenario => _healthy[(profile, scenario.Id)] != Verdict.Passed).Select(scenario => scenario.Id)
            .Concat(run.Scenarios.Where(scenario => scenario.Verdict == Verdict.Error).Select(scenario => scenario.Id));
        return new FaultOutcome(
            fault, profile, [.. scenarios.Select(scenario => scenario.Id)],
            [.. kills.SelectMany(Red)],
            [.. unsound.Distinct()]);
    }

    // The profile in which most scenarios assess what the fault violates; the default one wins a draw.
    private Profile Best(KnownFault fault) => suite.Profiles
        .Where(profile => fault.ActsUnder(profile.Readings))
        .OrderByDescending(profile => Assessing(fault, profile).Count)
        .ThenByDescending(profile => profile.IsDefault)
        .First();

    private IReadOnlyList<Scenario> Assessing(KnownFault fault, Profile profile) =>
        [.. suite.Select(profile.Id, []).Where(scenario =>
            suite.Assessed(scenario, profile.Id).Any(requirement => Violates(fault, requirement)))];

    private Task<RunRecord> RunAsync(IReadOnlyList<Scenario> scenarios, string profile, string? fault, CancellationToken cancellation) =>
        new SuiteRunner(
            new RunOptions(suite, scenarios, profile, worlds(profile, fault), workers, RunOptions.StandardStepLimit, null, []),
            new NoProgress()).RunAsync(cancellation);
}
