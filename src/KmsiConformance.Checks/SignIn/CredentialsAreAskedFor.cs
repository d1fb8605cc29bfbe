using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>The login endpoint shows a page that asks for credentials, and the app gets nothing .</summary>
public sealed class CredentialsAreAskedFor(string app) : VisitCheck(app, VisitOutcomes.Prompt,
    "prompt: the login endpoint asks for credentials");
