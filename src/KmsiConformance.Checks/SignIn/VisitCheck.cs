using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>A check that demands a certain outcome of a visit. An outcome nobody recognises is CANT_TELL.</summary>
/// <param name="app">The app visited.</param>
/// <param name="outcome">The outcome demanded.</param>
/// <param name="expected">The demand in words.</param>
public abstract class VisitCheck(string app, string outcome, string expected) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var seen = VisitOutcome.Of(evidence.Step, app);
        var demand = (SiteVisit.Is(evidence.Step, app) ? SiteVisit.Demand(outcome, app) : null) ?? expected;
        return seen.Kind == VisitOutcomes.Unknown
            ? Judgement.CantTell(demand, $"cannot tell: {seen.Because}")
            : Judgement.Of(seen.Kind == outcome && Accepts(seen), demand, $"{Shown(seen)}: {seen.Because}");
    }

    /// <summary>A further demand on the outcome; met unless a check says otherwise.</summary>
    protected virtual bool Accepts(VisitOutcome seen) => true;

    private static string Shown(VisitOutcome seen) => seen.ErrorCode is null ? seen.Kind : $"{seen.Kind} {seen.ErrorCode}";
}
