using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignOut;

/// <summary>
/// A sign-out that lacks what the policy demands ends on an error page; the address given is never visited.
/// </summary>
public sealed class SignOutIsRefusedWithoutRedirect(string app)
    : SignOutCheck(app, SignOutOutcomes.Refused, "refused: the login endpoint shows an error page and sends the browser nowhere");
