using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>The app gets a fresh code from the login endpoint, and no page asks for anything .</summary>
public sealed class SignInIsSilent(string app) : VisitCheck(app, VisitOutcomes.Silent,
    $"silent: {app} gets a fresh code and nobody is asked");
