using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class LeavesTheSessionBefore : SessionRules, IFault
{
    public static string Does => "A sign-in over a session begins another one and ends none: copies of the former cookie go on.";

    public static IReadOnlyList<string> Violates => ["D-14", "W-25"];

    public static bool ActsOnSites => true;

    public override bool EndsTheOneBefore => false;
}
