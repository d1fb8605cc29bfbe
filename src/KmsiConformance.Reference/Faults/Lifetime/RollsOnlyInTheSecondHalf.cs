using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

/// <summary>Use early in the period does not extend a rolling session: many web frameworks save the cookie that way.</summary>
internal class RollsOnlyInTheSecondHalf : SessionRules, IFault
{
    public static string Does => "A rolling session is extended only by use in the second half of its period.";

    public static IReadOnlyList<string> Violates => ["R-023", "D-06", "G-10"];

    public static bool ActsOnSites => true;

    public override bool UseCounts(Session session, SessionSettings settings, DateTimeOffset at) =>
        session.ExpiresAt - at <= ServerLifetime(settings, session.Kept) / 2;
}
