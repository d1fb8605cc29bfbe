using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class LimitsKeptSessionsLikeOthers : SessionRules, IFault
{
    public static string Does => "A kept session ends at the maximum of those that are not.";

    public static IReadOnlyList<string> Violates => ["D-13"];

    public static bool ActsOnSites => true;

    public override DateTimeOffset? LatestEnd(Session session, SessionSettings settings, bool kept) =>
        base.LatestEnd(session, settings, kept: false);
}
