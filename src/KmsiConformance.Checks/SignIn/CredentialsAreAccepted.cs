using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>The login endpoint asks, accepts the credentials, and the app begins a session with a fresh code.</summary>
public sealed class CredentialsAreAccepted(string app) : VisitCheck(app, VisitOutcomes.SignedIn,
    $"signed-in: the page asks, the credentials are accepted, {app} begins a session");
