using KmsiConformance.Checks;
using KmsiConformance.Ledger;

namespace KmsiConformance.Runner;

/// <summary>What the checks of a step say together.</summary>
/// <param name="Expected">In words; null for a step that only acts.</param>
/// <param name="Check">The names of the checks that decided.</param>
internal sealed record StepJudgement(Verdict Verdict, string? Expected, string? Actual, string? Check)
{
    public static StepJudgement Of(IReadOnlyList<Check> checks, Evidence evidence)
    {
        if (checks.Count == 0) return new(Verdict.Passed, null, null, null);
        var judged = checks.Select(check => (check.Name, Judgement: check.Judge(evidence))).ToList();
        var verdict = Verdicts.RollUp(judged.Select(one => one.Judgement.Verdict));

        // When all passed, all are shown; otherwise only what did not.
        var shown = judged.Where(one => one.Judgement.Verdict == verdict).ToList();
        var withheld = verdict == Verdict.Failed ? Withheld(evidence) : null;
        return new(
            withheld is null ? verdict : Verdict.CantTell,
            string.Join("; ", shown.Select(one => one.Judgement.Expected)),
            withheld + string.Join("; ", shown.Select(one => one.Judgement.Actual).Distinct()),
            string.Join(", ", shown.Select(one => one.Name)));
    }

    // What a frame would have done, had it been let come, nobody knows: apps are told of sign-outs by frames.
    private static string? Withheld(Evidence evidence) =>
        evidence.All.OfType<HostNotVisited>().FirstOrDefault(host => host.Context == "frame") is { } frame
            ? $"cannot tell, because a frame of {frame.Host} was not let come; name it under 'hosts' in the target file. Without it: "
            : null;
}
