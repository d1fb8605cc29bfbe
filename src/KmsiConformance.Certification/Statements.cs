using KmsiConformance.Ledger;
using KmsiConformance.Reporting;

namespace KmsiConformance.Certification;

/// <summary>Says what a run comes to where nothing is lived with.</summary>
public static class Statements
{
    /// <summary>Of a run in which all that is required holds.</summary>
    public const string Conformant = "CONFORMANT";

    /// <summary>Of a run in which something failed, whoever expected it.</summary>
    public const string NotConformant = "NOT CONFORMANT";

    /// <summary>What a run that may be packed comes to. A failure that a target file expects is a failure.</summary>
    public static Statement Of(RunRecord run)
    {
        var outcome = RunOutcome.Of(Bare(run));
        return new Statement(
            outcome.Verdict == Verdict.Passed ? Conformant : NotConformant, outcome.Because + Expected(run), run.Profile, run.Id,
            run.StartedUtc, run.Target,
            $"{run.Browser.Name} {run.Browser.Version}", $"{run.Clock.Mode}: {run.Clock.SelfCheck}", run.Counts);
    }

    private static RunRecord Bare(RunRecord run) => run with
    {
        Scenarios = [.. run.Scenarios.Select(scenario => scenario with { Known = null })], Baseline = null,
    };

    private static string Expected(RunRecord run) => run.Scenarios.Count(scenario => scenario.Known is { StillSeen: true }) switch
    {
        0 => "",
        1 => " The target file expects 1 of the failures, which makes it no less one.",
        var known => $" The target file expects {known} of the failures, which makes them no fewer.",
    };
}
