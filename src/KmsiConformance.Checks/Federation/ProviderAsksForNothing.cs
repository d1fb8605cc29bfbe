using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Federation;

/// <summary>The user chooses the identity provider on the login endpoint's page and is asked for nothing else .</summary>
public sealed class ProviderAsksForNothing(string app)
    : VisitCheck(app, VisitOutcomes.SilentAtProvider,
        $"silent-at-provider: the identity provider is chosen, nobody asks for credentials, and {app} begins a session");
