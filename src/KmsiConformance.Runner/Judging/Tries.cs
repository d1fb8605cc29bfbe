using System.Globalization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Runner.Judging;

/// <summary>What several attempts at a scenario say together.</summary>
internal static class Tries
{
    /// <summary>
    /// The result of all: that of the last, unless the target failed in some and did not in others. What the harness could not do says
    /// nothing of the target.
    /// </summary>
    /// <param name="attempts">All of them, in their order; at least one.</param>
    public static ScenarioRecord Of(IReadOnlyList<ScenarioRecord> attempts)
    {
        var last = attempts[^1];
        if (attempts.Count == 1) return last with { Shown = null };
        IReadOnlyList<AttemptRecord> tries =
        [
            .. attempts.Select(attempt => new AttemptRecord(attempt.Verdict, attempt.Reason)
            {
                Step = attempt.Deciding()?.Text, Check = attempt.Deciding()?.Check,
            }),
        ];
        var failed = attempts.Where(attempt => attempt.Verdict == Verdict.Failed).ToList();
        if (failed.Count == 0 || !attempts.Any(attempt => attempt.Verdict is Verdict.Passed or Verdict.Warning))
            return Gravest(attempts) with { Tries = tries };

        // Whoever reads it wants to see how it failed.
        return failed[0] with
        {
            Verdict = Verdict.Flaky,
            Reason = string.Create(
                CultureInfo.InvariantCulture, $"{failed.Count} of {attempts.Count} attempts failed. {failed[0].Reason}"),
            Tries = tries,
        };
    }

    // A verdict on the target counts before none, and the last before those before it.
    private static ScenarioRecord Gravest(IReadOnlyList<ScenarioRecord> attempts) =>
        attempts.LastOrDefault(attempt => attempt.Verdict == Verdict.Failed)
        ?? attempts.LastOrDefault(attempt => attempt.Verdict is Verdict.Passed or Verdict.Warning) ?? attempts[^1];
}
