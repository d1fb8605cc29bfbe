using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class DemandsEndKeeping : SessionRules, IFault
{
    public static string Does =>
        "A request that demands credentials makes a kept session end with the browser, whether the user gives them or not.";

    public static IReadOnlyList<string> Violates => ["R-031", "R-043", "R-054", "R-127"];

    public override bool DemandEndsKeeping(Session session) => session.Kept;
}
