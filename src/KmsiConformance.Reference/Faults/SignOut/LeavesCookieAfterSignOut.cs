using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class LeavesCookieAfterSignOut : SessionRules, IFault
{
    public static string Does => "Sign-out ends the session, but the dead cookie stays in the browser.";

    public static IReadOnlyList<string> Violates => ["R-055", "R-087", "W-21", "G-15"];

    public static bool ActsOnSites => true;

    // No document about SAML speaks of the cookie itself.
    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.Saml;

    public override bool SignOutDeletesCookie(Session? session) => false;
}
