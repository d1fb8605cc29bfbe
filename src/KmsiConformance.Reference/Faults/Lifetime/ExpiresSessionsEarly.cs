using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class ExpiresSessionsEarly : SessionRules, IFault
{
    public static string Does => "Sessions that are not kept end two minutes early.";

    public static IReadOnlyList<string> Violates => ["R-020", "R-023", "D-04"];

    public static bool ActsOnSites => true;

    public override TimeSpan ServerLifetime(SessionSettings settings, bool kept) =>
        base.ServerLifetime(settings, kept) - (kept ? TimeSpan.Zero : TimeSpan.FromMinutes(2));
}
