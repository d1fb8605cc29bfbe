using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Federation;

/// <summary>What goes wrong at the identity provider reaches the app as an error of its own kind (AADB2C90273).</summary>
/// <param name="app">The app visited.</param>
/// <param name="error">The OAuth error demanded, for example <c>access_denied</c>.</param>
public sealed class ProviderFailureReachesTheApp(string app, string error)
    : VisitCheck(app, VisitOutcomes.Error, $"error: {app} receives {error} with {Code}")
{
    private const string Code = "AADB2C90273";

    protected override bool Accepts(VisitOutcome seen) => seen.ErrorCode == error && seen.ErrorDescription?.Contains(Code,
        StringComparison.Ordinal) == true;
}
