using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Federation;

/// <summary>It is the identity provider, not the login endpoint, that asks for credentials .</summary>
public sealed class ProviderAsksForCredentials(string app)
    : VisitCheck(app, VisitOutcomes.PromptAtProvider, "prompt-at-provider: the identity provider's own page asks for credentials");
