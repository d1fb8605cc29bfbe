using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignOut;

/// <summary>A sign-out that names no address to return to ends on the login endpoint's own page for signed-out users.</summary>
public sealed class SignOutEndsAtTheLoginEndpoint(string app)
    : SignOutCheck(app, SignOutOutcomes.SignedOutPage,
        "signed-out-page: the logout endpoint is called, says that the user is signed out, and sends the browser nowhere");
