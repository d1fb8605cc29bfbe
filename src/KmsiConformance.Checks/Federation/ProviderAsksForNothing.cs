using KmsiConformance.Checks.SignIn;

namespace KmsiConformance.Checks.Federation;

/// <summary>The user chooses the identity provider on the login endpoint's page and is asked for nothing else .</summary>
public sealed class ProviderAsksForNothing(string app)
    : VisitCheck(app, VisitOutcome.SilentAtProvider, $"silent-at-provider: the identity provider is chosen, nobody asks for credentials, and {app} begins a session");
