using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class ExpiresSessionsLate : SessionRules, IFault
{
    public static string Does => "Sessions that are not kept end two minutes late.";

    public static IReadOnlyList<string> Violates => ["R-020", "R-024", "R-025", "D-05"];

    public static bool ActsOnSites => true;

    public override TimeSpan ServerLifetime(SessionSettings settings, bool kept) =>
        base.ServerLifetime(settings, kept) + (kept ? TimeSpan.Zero : TimeSpan.FromMinutes(2));
}
