using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class ExpiresKeptSessionsEarly : SessionRules, IFault
{
    public static string Does => "Kept sessions end two minutes early; their cookies do not.";

    public static IReadOnlyList<string> Violates => ["R-041", "R-046", "D-01"];

    public static bool ActsOnSites => true;

    public override TimeSpan ServerLifetime(SessionSettings settings, bool kept) =>
        base.ServerLifetime(settings, kept) - (kept ? TimeSpan.FromMinutes(2) : TimeSpan.Zero);
}
