using KmsiConformance.Ledger;

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

    /// <summary>No scenario was selected: nothing was shown, which is not success.</summary>
    public const int NothingRan = 5;

    public const int Interrupted = 130;

    /// <summary>
    /// The code for a finished run. A failure that was seen counts even when the harness broke elsewhere. A run that
    /// could judge nothing is not conformant.
    /// </summary>
    public static int Of(RunRecord run)
    {
        if (run.Scenarios.Count == 0) return NothingRan;
        if (Count(run, Verdict.Failed) > 0) return NotConformant;
        if (Count(run, Verdict.Error) > 0) return Infrastructure;
        if (Count(run, Verdict.CantTell) > 0) return NotConformant;
        return Count(run, Verdict.Passed) + Count(run, Verdict.Warning) > 0 ? Conformant : NothingRan;
    }

    private static int Count(RunRecord run, Verdict verdict) => run.Counts.GetValueOrDefault(verdict.Text());
}
