using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class ExtendsSessionsForEver : SessionRules, IFault
{
    public static string Does => "Use extends a session beyond its maximum, which nobody looks at.";

    public static IReadOnlyList<string> Violates => ["D-13"];

    public static bool ActsOnSites => true;

    public override DateTimeOffset? LatestEnd(Session session, SessionSettings settings, bool kept) =>
        null;
}
