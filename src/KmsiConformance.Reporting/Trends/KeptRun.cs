using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Comparing;

namespace KmsiConformance.Reporting.Trends;

/// <summary>A run folder that is kept, without what nobody asks of a run that is long over.</summary>
/// <param name="Name">Its folder below the one that was looked through.</param>
/// <param name="Stopped">Why it was ended early; null where it was not.</param>
/// <param name="Verdicts">By scenario.</param>
/// <param name="Titles">By scenario.</param>
public sealed record KeptRun(
    RunFolder Folder, string Name, RunKind Kind, string Id, DateTimeOffset StartedUtc, long DurationMs, bool Complete, string? Stopped,
    RunOutcome Outcome, IReadOnlyDictionary<string, Verdict> Verdicts, IReadOnlyDictionary<string, string> Titles)
{
    /// <summary>Whether it reached its end: only then does it say anything of the target as a whole.</summary>
    public bool IsResult => Complete && Stopped is null;

    /// <summary>Whether it is what one worker took from a queue: its results are told by the run that is merged of all.</summary>
    public bool IsShare { get; private init; }

    /// <summary>What is kept of a run.</summary>
    public static KeptRun Of(RunFolder folder, string name, RunRecord run)
    {
        var verdicts = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var scenario in run.Scenarios)
            (verdicts[scenario.Id], titles[scenario.Id]) = (scenario.Verdict, scenario.Title);
        return new(folder, name, RunKind.Of(run), run.Id, run.StartedUtc, run.DurationMs, run.Complete, run.Stopped, RunOutcome.Of(run),
            verdicts, titles)
        {
            IsShare = run.Plan?.Queue is not null,
        };
    }
}
