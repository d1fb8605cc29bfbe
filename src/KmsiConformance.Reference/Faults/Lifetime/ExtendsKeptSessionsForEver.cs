using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class ExtendsKeptSessionsForEver : SessionRules, IFault
{
    public static string Does => "Only sessions that are not kept have a maximum.";

    public static IReadOnlyList<string> Violates => ["D-13"];

    public static bool ActsOnSites => true;

    public override DateTimeOffset? LatestEnd(Session session, SessionSettings settings, bool kept) =>
        kept ? null : base.LatestEnd(session, settings, kept);
}
