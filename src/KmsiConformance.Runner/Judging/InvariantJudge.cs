using KmsiConformance.Checks;
using KmsiConformance.Checks.Invariants;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;

namespace KmsiConformance.Runner.Judging;

/// <summary>Holds what was seen in a step against what must be so whatever a scenario is about.</summary>
/// <param name="suite">The scenarios folder.</param>
/// <param name="profile">
/// The profile that judges: where it contains none of an invariant's requirements, that one counts for nothing.
/// </param>
internal sealed class InvariantJudge(ScenarioSuite suite, string profile)
{
    /// <summary>The result of a step that passed: as it was, or with the gravest violation.</summary>
    /// <param name="before">What there was to judge after each of the steps before.</param>
    public StepRecord Judge(StepRecord record, Evidence evidence, Func<IEnumerable<Evidence>> before)
    {
        StepRecord? violation = null;
        foreach (var invariant in AllInvariants.DueAfter(evidence))
        {
            List<Requirement> violated = [.. Requirements(invariant)];
            if (violated.Count == 0) continue;
            var judged = StepJudgement.Of([invariant.Check], evidence);
            if (judged.Verdict != Verdict.Failed || invariant.CountsOnceItHeld && !before().Any(earlier => Held(invariant, earlier)))
                continue;
            var verdict = Levels.Of(judged.Verdict, violated);
            if (violation is null || violation.Verdict == Verdict.Warning && verdict == Verdict.Failed)
                violation = record with
                {
                    Verdict = verdict, Expected = judged.Expected, Actual = judged.Actual, Check = judged.Check,
                    Violated = [.. violated.Select(requirement => requirement.Id)],
                };
        }

        return violation ?? record;
    }

    private IEnumerable<Requirement> Requirements(Invariant invariant) => invariant.Requirements
        .Select(id => suite.Requirements.GetValueOrDefault(id)).OfType<Requirement>()
        .Where(requirement => requirement.Profiles.Contains(profile));

    private static bool Held(Invariant invariant, Evidence earlier) => AllInvariants.DueAfter(earlier)
        .Any(due => due.Check.GetType() == invariant.Check.GetType() && due.Check.Judge(earlier).Verdict == Verdict.Passed);
}
