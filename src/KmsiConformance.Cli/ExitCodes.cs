using KmsiConformance.Ledger;
using KmsiConformance.Reporting;

namespace KmsiConformance.Cli;

/// <summary>Exit codes: a contract with scripts and CI.</summary>
internal static class ExitCodes
{
    public const int Conformant = 0;
    public const int NotConformant = 1;

    /// <summary>Wrong use, a bad file, or a failed preflight.</summary>
    public const int WrongUse = 2;

    /// <summary>The harness or its infrastructure failed, so that nothing can be said about the target.</summary>
    public const int Infrastructure = 3;

    /// <summary>All is as expected, but what is expected is out of date: the baseline must be changed.</summary>
    public const int BaselineOutOfDate = 4;

    /// <summary>No scenario was selected: nothing was shown, which is not success.</summary>
    public const int NothingRan = 5;

    public const int Interrupted = 130;

    /// <summary>
    /// The code for a finished run; it says the same as the report's headline. A failure that was seen counts even when
    /// the harness broke elsewhere, and a run that could not judge everything is not conformant.
    /// </summary>
    public static int Of(RunRecord run) => RunOutcome.Of(run) switch
    {
        _ when run.Stopped is not null => Infrastructure,

        // A part in which nothing was to be judged says nothing of the whole, which 'kmsi merge' judges.
        _ when run is { Complete: true, Plan: { Queue: not null } or { Shard: not null } } && NothingRanIn(run) => Conformant,
        _ when NothingRanIn(run) => NothingRan,
        { Word: RunOutcome.OutOfDate } => BaselineOutOfDate,
        { Verdict: Verdict.Flaky } => run.Plan?.FlakyFails == false ? Conformant : NotConformant,
        { Verdict: Verdict.Passed or Verdict.Warning } => Conformant,
        { Verdict: Verdict.Error } => Infrastructure,
        _ => NotConformant,
    };

    private static bool NothingRanIn(RunRecord run) =>
        run.Scenarios.All(scenario => scenario.Verdict is Verdict.Inapplicable or Verdict.Skipped);
}
