using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class KeepsSessionAfterSignOut : SessionRules, IFault
{
    public static string Does => "Sign-out deletes the cookie, but a copy of it still works.";

    public static IReadOnlyList<string> Violates => ["R-087", "W-02"];

    public static bool ActsOnSites => true;

    public override Session? AfterSignOut(Session session) => session;
}
