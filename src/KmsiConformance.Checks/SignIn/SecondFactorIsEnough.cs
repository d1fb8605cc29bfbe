using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>Where a session lacks only the second factor, only that is asked for .</summary>
public sealed class SecondFactorIsEnough(string app)
    : VisitCheck(app, VisitOutcomes.SecondFactorGiven,
        $"second-factor-given: no password is asked for, only the second factor, and {app} begins a session");
