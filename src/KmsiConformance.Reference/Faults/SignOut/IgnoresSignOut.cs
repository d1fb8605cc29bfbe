using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class IgnoresSignOut : SessionRules, IFault
{
    public static string Does => "Sign-out leaves both the cookie and the session.";

    public static IReadOnlyList<string> Violates => ["R-055", "R-087", "R-088", "R-099", "W-01"];

    public static bool ActsOnSites => true;

    public override Session? AfterSignOut(Session session) => session;

    public override bool SignOutDeletesCookie(Session? session) => false;
}
