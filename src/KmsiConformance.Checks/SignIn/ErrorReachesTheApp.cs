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

    // What is no error of the login endpoint's, or none that the app could take for one.
    private static readonly string[] NoErrors =
    [
        VisitOutcome.ErrorPage, AnswerOutcomes.CameElsewhere, AnswerOutcomes.StatusOutOfPlace, VisitOutcome.ForeignState,
        .. LoginStatus.Errors,
    ];

    protected override bool Accepts(VisitOutcome seen) =>
        error == Any ? !NoErrors.Contains(seen.ErrorCode, StringComparer.Ordinal) : seen.ErrorCode == error;
}
