using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignOut;

/// <summary>A sign-out that any site could have asked for waits for the user's word (N-34).</summary>
public sealed class SignOutIsAskedAboutFirst(string app)
    : SignOutCheck(app, SignOutOutcomes.Asked, "asked: the login endpoint asks the user before it signs anybody out");
