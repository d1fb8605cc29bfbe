using KmsiConformance.Ledger;
using KmsiConformance.Runner.Scheduling;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner;

/// <summary>What to run and how.</summary>
/// <param name="Suite">The loaded scenarios folder.</param>
/// <param name="Scenarios">The scenarios selected, in any order.</param>
/// <param name="Profile">The dated reading that judges.</param>
/// <param name="Worlds">Makes the worlds.</param>
/// <param name="Workers">Scenarios run at the same time, at least 1.</param>
/// <param name="StepLimit">Real time that one step may take before its scenario is an ERROR.</param>
/// <param name="Folder">Where events and evidence go; null keeps nothing.</param>
/// <param name="Notes">Things a reader of the result should know.</param>
public sealed record RunOptions(
    ScenarioSuite Suite,
    IReadOnlyList<Scenario> Scenarios,
    string Profile,
    IWorldFactory Worlds,
    int Workers,
    TimeSpan StepLimit,
    RunFolder? Folder,
    IReadOnlyList<string> Notes)
{
    /// <summary>Failures that are expected, by scenario.</summary>
    public IReadOnlyDictionary<string, KnownFailure> Known { get; init; } =
        new Dictionary<string, KnownFailure>(StringComparer.Ordinal);

    /// <summary>What the command line asked for; null where it was no command.</summary>
    public PlanRecord? Plan { get; init; }

    /// <summary>The run that goes on, with the results that it has; null begins one.</summary>
    public RunRecord? Earlier { get; init; }

    /// <summary>All scenarios of the plan of which these are a part; null where they are all.</summary>
    public IReadOnlyList<Scenario>? Whole { get; init; }

    /// <summary>How long scenarios took in this browser, in milliseconds, by id.</summary>
    public IReadOnlyDictionary<string, long> Times { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>How often scenarios are run.</summary>
    public AttemptRules Attempts { get; init; } = AttemptRules.Once;

    /// <summary>How many failures the run bears before it is ended; null for any number.</summary>
    public int? MaxFailures { get; init; }

    /// <summary>Whether a result that is not as it should be is lived with, so that it is no failure to be borne.</summary>
    public Func<ScenarioRecord, bool> IsLivedWith { get; init; } = scenario => scenario.Known is { StillSeen: true };

    /// <summary>
    /// Joins the queue from which scenarios are taken, when the head of the run is known; null takes all of them.
    /// </summary>
    public Func<RunRecord, CancellationToken, Task<IScenarioQueue>>? JoinQueue { get; init; }

    /// <summary>What that queue is called; null for none.</summary>
    public string? Queue => Plan?.Queue?.Name;

    /// <summary>Where scenarios that wait for long are put away; null sits every wait out.</summary>
    public ParkingRules? Parking { get; init; }

    /// <summary>Long enough for a slow remote page, short enough to notice a hang.</summary>
    public static readonly TimeSpan StandardStepLimit = TimeSpan.FromSeconds(30);
}

/// <summary>Told what happens, for a progress display. Called from several threads.</summary>
public interface IRunProgress
{
    /// <summary>A scenario begins.</summary>
    void Started(Scenario scenario);

    /// <summary>A scenario is run again: nothing that was seen counts.</summary>
    /// <param name="why">A clause such as <c>this machine stood still for 26 s</c>.</param>
    void Again(Scenario scenario, string why)
    {
        // Only those who show lines have one for it.
    }

    /// <summary>A scenario was not run to a result that counts: another worker had one first.</summary>
    void Refused(Scenario scenario)
    {
        // Only where several work on one plan does it happen.
    }

    /// <summary>How many scenarios of the plan have a result, here and elsewhere; told again and again where several work on one.</summary>
    void Elsewhere(int done)
    {
        // Only those who show it have use for it.
    }

    /// <summary>Nothing can begin here for the present.</summary>
    /// <param name="what">What is waited for, such as <c>the other workers</c>.</param>
    void Waits(string what)
    {
        // Only where several work on one plan does it happen.
    }

    /// <summary>A scenario has its result.</summary>
    void Finished(Scenario scenario, ScenarioRecord record);
}
