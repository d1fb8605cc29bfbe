using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class NeverExpiresOnTheServer : SessionRules, IFault
{
    public static string Does => "The service trusts any cookie for ever: a copy outlives every session.";

    public static IReadOnlyList<string> Violates => ["R-005", "R-020", "R-053", "W-04"];

    public static bool ActsOnSites => true;

    public override bool HasExpired(Session session, DateTimeOffset now) => false;
}
