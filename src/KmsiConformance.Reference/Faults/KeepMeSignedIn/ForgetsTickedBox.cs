using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class ForgetsTickedBox : SessionRules, IFault
{
    public static string Does => "A ticked box has no effect at all.";

    public static IReadOnlyList<string> Violates => ["R-031", "R-041", "R-043", "R-054", "D-01"];

    public static bool ActsOnSites => true;

    public override bool Keeps(SessionSettings settings, bool offered, bool ticked) => false;
}
