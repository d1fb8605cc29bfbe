using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class RefusesKeptSessionsAfterAThird : SessionRules, IFault
{
    public static string Does => "A kept session is refused once a third of its days are over, if nobody used it before.";

    public static IReadOnlyList<string> Violates => ["R-041", "R-031", "R-127", "D-01"];

    public static bool ActsOnSites => true;

    public override bool HasExpired(Session session, DateTimeOffset now) =>
        base.HasExpired(session, now) || (session.Kept && now - session.UsedAt > (session.ExpiresAt - session.UsedAt) / 3);
}
