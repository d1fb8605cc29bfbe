using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class LetsTheSessionEndKeepAlive : SessionRules, IFault
{
    public static string Does => "SessionExpiryInSeconds ends a kept session, although KeepAliveInDays should replace it.";

    public static IReadOnlyList<string> Violates => ["R-041", "R-050", "R-054", "D-01"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => readings.Takes("C-01", "override");

    public override bool BothGatesMustPass => true;
}
