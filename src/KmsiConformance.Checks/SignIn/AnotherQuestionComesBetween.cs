using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>The login endpoint asks something that is no matter of credentials, such as which account to use (N-05).</summary>
public sealed class AnotherQuestionComesBetween(string app)
    : VisitCheck(app, VisitOutcomes.Interrupted, $"interrupted: the login endpoint asks something before {app} gets an answer");
