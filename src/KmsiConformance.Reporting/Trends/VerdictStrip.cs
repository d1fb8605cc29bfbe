using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Trends;

/// <summary>Runs one after the other in which a scenario came to the same verdict.</summary>
/// <param name="From">The first of them, from 0.</param>
/// <param name="Says">What it says when somebody points at it.</param>
public sealed record StripPart(Verdict Verdict, int From, int Length, string Says)
{
    /// <summary>The verdicts of a scenario, run for run, put together where they are the same.</summary>
    public static IReadOnlyList<StripPart> Of(IReadOnlyList<Verdict?> verdicts, IReadOnlyList<TrendRun> runs)
    {
        var parts = new List<StripPart>();
        for (var at = 0; at < verdicts.Count; at++)
        {
            if (verdicts[at] is not { } verdict) continue;
            var from = at;
            while (at + 1 < verdicts.Count && verdicts[at + 1] == verdict) at++;
            parts.Add(new(verdict, from, at - from + 1, from == at
                ? $"{Wording.Word(verdict)}: {Wording.Utc(runs[from].StartedUtc)}"
                : $"{Wording.Word(verdict)}, {at - from + 1} runs: {Wording.Utc(runs[from].StartedUtc)} to "
                    + Wording.Utc(runs[at].StartedUtc)));
        }

        return parts;
    }
}
