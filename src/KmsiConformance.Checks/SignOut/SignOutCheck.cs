using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignOut;

/// <summary>A check that demands a certain outcome of a sign-out. An outcome nobody recognises is CANT_TELL.</summary>
/// <param name="app">The app that signs out.</param>
/// <param name="outcome">The outcome demanded.</param>
/// <param name="expected">The demand in words.</param>
public abstract class SignOutCheck(string app, string outcome, string expected) : Check
{
    /// <summary>The check for an expectation as scenarios write it.</summary>
    /// <exception cref="ArgumentException">There is no such expectation.</exception>
    public static Check For(string expectation, string app) => expectation switch
    {
        SignOutOutcomes.SignedOut => new SignOutComesBackToTheApp(app),
        SignOutOutcomes.Refused => new SignOutIsRefusedWithoutRedirect(app),
        SignOutOutcomes.NoRedirect => new SignOutLeadsToNoRedirect(app),
        SignOutOutcomes.SignedOutPage => new SignOutEndsAtTheLoginEndpoint(app),
        SignOutOutcomes.Asked => new SignOutIsAskedAboutFirst(app),
        SignOutOutcomes.SentElsewhere => new SignOutGoesWhereItWasTold(app),
        _ => throw new ArgumentException($"'{expectation}' is not an outcome of a sign-out.", nameof(expectation)),
    };

    public override Judgement Judge(Evidence evidence)
    {
        var seen = SignOutOutcome.Of(evidence.Step, app);
        var demand = SiteSignOut.Is(evidence.Step, app) && outcome == SignOutOutcomes.SignedOut ? SiteSignOut.Demand : expected;
        return seen.Kind == SignOutOutcomes.Unknown
            ? Judgement.CantTell(demand, $"cannot tell: {seen.Because}")
            : Judgement.Of(seen.Kind == outcome || Accepts(seen, evidence), demand, $"{seen.Kind}: {seen.Because}");
    }

    /// <summary>Another outcome that meets the demand; none unless a check says otherwise.</summary>
    protected virtual bool Accepts(SignOutOutcome seen, Evidence evidence) => false;
}
