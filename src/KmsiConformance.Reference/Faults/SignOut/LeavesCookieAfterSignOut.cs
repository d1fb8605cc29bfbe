using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class LeavesCookieAfterSignOut : SessionRules, IFault
{
    public static string Does => "Sign-out ends the session, but the dead cookie stays in the browser.";

    public static IReadOnlyList<string> Violates => ["R-055", "R-087"];

    public override bool SignOutDeletesCookie(Session? session) => false;
}
