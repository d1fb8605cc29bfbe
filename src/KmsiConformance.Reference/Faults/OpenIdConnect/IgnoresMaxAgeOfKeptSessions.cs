using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class IgnoresMaxAgeOfKeptSessions : SessionRules, IFault
{
    public static string Does => "max_age has no effect on a kept session.";

    public static IReadOnlyList<string> Violates => ["N-06"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool IsTooOld(Session session, DateTimeOffset now, TimeSpan maxAge) =>
        base.IsTooOld(session, now, maxAge) && !session.Kept;
}
