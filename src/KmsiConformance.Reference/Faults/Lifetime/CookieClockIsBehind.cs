using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class CookieClockIsBehind : SessionRules, IFault
{
    public static string Does => "The clock that dates the cookie is two hours behind the one that judges the session.";

    public static IReadOnlyList<string> Violates => ["R-041", "R-042"];

    public override TimeSpan? CookieLifetime(SessionSettings settings, bool kept) => base.CookieLifetime(settings,
        kept) - TimeSpan.FromHours(2);
}
