using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class LeavesCookieOfRollingSession : SessionRules, IFault
{
    public static string Does => "A rolling kept session is extended on the server, but its cookie is not renewed.";

    public static IReadOnlyList<string> Violates => ["R-026", "R-046", "D-06"];

    public static bool ActsOnSites => true;

    public override bool UseRenewsCookie(SessionSettings settings, bool kept) => false;
}
