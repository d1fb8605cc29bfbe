using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>The login endpoint answers the app with an OAuth error and shows the user nothing (N-01).</summary>
/// <param name="app">The app visited.</param>
/// <param name="error">The error demanded, for example <c>interaction_required</c>; <see cref="Any"/> where any will do.</param>
public sealed class ErrorReachesTheApp(string app, string error)
    : VisitCheck(app, VisitOutcomes.Error, $"error: {app} receives {(error == Any ? "an error" : error)} and no page is shown")
{
    /// <summary>An error of whatever name, as long as the app gets it.</summary>
    public const string Any = "any";

    private const string OnlyAPage = "error-page";

    protected override bool Accepts(VisitOutcome seen) =>
        error == Any ? seen.ErrorCode is not (OnlyAPage or AnswerOutcomes.CameElsewhere) : seen.ErrorCode == error;
}
