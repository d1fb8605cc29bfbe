using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class ExpiresKeptSessionsLate : SessionRules, IFault
{
    public static string Does => "Kept sessions and their cookies end two minutes late.";

    public static IReadOnlyList<string> Violates => ["R-041", "R-045", "R-046", "D-03"];

    public static bool ActsOnSites => true;

    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(2);

    public override TimeSpan ServerLifetime(SessionSettings settings, bool kept) =>
        base.ServerLifetime(settings, kept) + (kept ? TooLong : TimeSpan.Zero);

    public override TimeSpan? CookieLifetime(SessionSettings settings, bool kept) => base.CookieLifetime(settings, kept) + TooLong;
}
