using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class KeepsKeptSessionAfterSignOut : SessionRules, IFault
{
    public static string Does => "Sign-out ends ordinary sessions; one that is kept survives together with its cookie.";

    public static IReadOnlyList<string> Violates => ["R-055", "R-099", "W-02"];

    public static bool ActsOnSites => true;

    public override Session? AfterSignOut(Session session) => session.Kept ? session : null;

    public override bool SignOutDeletesCookie(Session? session) => session is not { Kept: true };
}
