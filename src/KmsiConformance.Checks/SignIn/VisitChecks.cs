using KmsiConformance.Checks.Federation;

namespace KmsiConformance.Checks.SignIn;

/// <summary>The outcomes that a scenario can expect of a visit, and the check behind each.</summary>
public static class VisitChecks
{
    /// <summary>The check for an expectation as scenarios write it, for example <c>silent</c> or <c>error: interaction_required</c>.</summary>
    /// <exception cref="ArgumentException">There is no such expectation.</exception>
    public static Check For(string expectation, string app) => expectation switch
    {
        VisitOutcome.Silent => new SignInIsSilent(app),
        VisitOutcome.Prompt => new CredentialsAreAskedFor(app),
        VisitOutcome.AppSession => new AppSessionAnswersAlone(app),
        VisitOutcome.PromptAtProvider => new ProviderAsksForCredentials(app),
        VisitOutcome.SilentAtProvider => new ProviderAsksForNothing(app),
        VisitOutcome.SignedIn => new CredentialsAreAccepted(app),
        VisitOutcome.SecondFactorAsked => new SecondFactorIsDemanded(app),
        VisitOutcome.SecondFactorGiven => new SecondFactorIsEnough(app),
        VisitOutcome.Abandoned => new AbandonedSignInGivesNothing(app),
        VisitOutcome.Interrupted => new AnotherQuestionComesBetween(app),
        VisitOutcome.Rejected => new CredentialsAreRejected(app),
        _ when expectation.StartsWith("error: ", StringComparison.Ordinal) => new ErrorReachesTheApp(app, expectation["error: ".Length..]),
        _ => throw new ArgumentException($"'{expectation}' is not an outcome of a visit.", nameof(expectation)),
    };
}
