using KmsiConformance.Checks.Federation;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>The outcomes that a scenario can expect of a visit, and the check behind each.</summary>
public static class VisitChecks
{
    /// <summary>
    /// The check for an expectation as scenarios write it, for example <c>silent</c> or <c>error: interaction_required</c>.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such expectation.</exception>
    public static Check For(string expectation, string app) => expectation switch
    {
        VisitOutcomes.Silent => new SignInIsSilent(app),
        VisitOutcomes.SilentOrEnded => new SessionInUseAnswersOrHasEnded(app),
        VisitOutcomes.Prompt => new CredentialsAreAskedFor(app),
        VisitOutcomes.AppSession => new AppSessionAnswersAlone(app),
        VisitOutcomes.PromptAtProvider => new ProviderAsksForCredentials(app),
        VisitOutcomes.SilentAtProvider => new ProviderAsksForNothing(app),
        VisitOutcomes.SignedIn => new CredentialsAreAccepted(app),
        VisitOutcomes.SecondFactorAsked => new SecondFactorIsDemanded(app),
        VisitOutcomes.SecondFactorGiven => new SecondFactorIsEnough(app),
        VisitOutcomes.Abandoned => new AbandonedSignInGivesNothing(app),
        VisitOutcomes.Interrupted => new AnotherQuestionComesBetween(app),
        VisitOutcomes.NobodySignedIn => new NobodyIsSignedIn(app),
        VisitOutcomes.Rejected => new CredentialsAreRejected(app),
        VisitOutcomes.Refused => new RequestIsRefused(app),
        _ when expectation.StartsWith(VisitOutcomes.ErrorLead, StringComparison.Ordinal) => new ErrorReachesTheApp(app,
            expectation[VisitOutcomes.ErrorLead.Length..]),
        _ => throw new ArgumentException($"'{expectation}' is not an outcome of a visit.", nameof(expectation)),
    };
}
