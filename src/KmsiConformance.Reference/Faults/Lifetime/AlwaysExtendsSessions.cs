using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class AlwaysExtendsSessions : SessionRules, IFault
{
    public static string Does => "Absolute sessions that are not kept are extended by use, as if they were rolling.";

    public static IReadOnlyList<string> Violates => ["R-020", "R-025", "R-026", "D-06"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.AzureAd;

    public override bool UseExtends(SessionSettings settings, bool kept) => !kept || base.UseExtends(settings, kept);
}
