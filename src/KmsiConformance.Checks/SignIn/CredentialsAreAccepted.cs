namespace KmsiConformance.Checks.SignIn;

/// <summary>The login endpoint asks, accepts the credentials, and the app begins a session with a fresh code.</summary>
public sealed class CredentialsAreAccepted(string app) : VisitCheck(app, VisitOutcome.SignedIn, $"signed-in: the page asks, the credentials are accepted, {app} begins a session");
