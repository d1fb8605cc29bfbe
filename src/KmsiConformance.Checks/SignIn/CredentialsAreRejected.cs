using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>The login endpoint asks, and does not accept the credentials .</summary>
public sealed class CredentialsAreRejected(string app) : VisitCheck(app, VisitOutcomes.Rejected,
    "rejected: the page asks, and does not accept the credentials");
