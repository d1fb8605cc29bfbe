using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Comparing;

/// <summary>One of two runs that are compared.</summary>
/// <param name="Folder">Its folder, in full.</param>
/// <param name="Outcome">What it says, in one word.</param>
/// <param name="Counts">Scenarios per verdict; every verdict is present.</param>
public sealed record ComparedRun(
    string Folder, string Id, DateTimeOffset StartedUtc, long DurationMs, string Profile, TargetRecord Target, string? Fault,
    string Browser, string Clock, ToolRecord Tool, bool Complete, string Outcome, IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>The run as it is told.</summary>
    public static ComparedRun Of(string folder, RunRecord run) => new(
        folder, run.Id, run.StartedUtc, run.DurationMs, run.Profile, run.Target, run.Fault, $"{run.Browser.Name} {run.Browser.Version}",
        run.Clock.Mode, run.Tool, run.Complete, RunOutcome.Of(run).Word,
        Verdicts.Gravest.ToDictionary(
            verdict => verdict.Text(), verdict => run.Scenarios.Count(scenario => scenario.Verdict == verdict), StringComparer.Ordinal));

    /// <summary>The target in words, with its version and its fault.</summary>
    public string TargetWords() => RunKind.TargetWords(Target, Fault) + (Target.Version is { } version ? $" {version}" : "");
}
