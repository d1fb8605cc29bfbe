using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignOut;

/// <summary>The app sends the browser to the logout endpoint, and it comes back to the app .</summary>
public sealed class SignOutComesBackToTheApp(string app)
    : SignOutCheck(app, SignOutOutcomes.SignedOut,
        $"signed-out: the logout endpoint is called, and the browser comes back to {app} with its state");
