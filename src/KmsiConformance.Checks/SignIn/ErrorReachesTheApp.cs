using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>The login endpoint answers the app with an OAuth error and shows the user nothing (N-01).</summary>
/// <param name="app">The app visited.</param>
/// <param name="error">The error demanded, for example <c>interaction_required</c>.</param>
public sealed class ErrorReachesTheApp(string app, string error)
    : VisitCheck(app, VisitOutcomes.Error, $"error: {app} receives {error} and no page is shown")
{
    protected override bool Accepts(VisitOutcome seen) => seen.ErrorCode == error;
}
