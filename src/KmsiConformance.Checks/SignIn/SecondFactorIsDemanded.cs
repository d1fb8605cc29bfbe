using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>Without the second factor the app gets nothing .</summary>
public sealed class SecondFactorIsDemanded(string app)
    : VisitCheck(app, VisitOutcomes.SecondFactorAsked,
        $"second-factor: the login endpoint asks for a second factor, and {app} gets nothing");
