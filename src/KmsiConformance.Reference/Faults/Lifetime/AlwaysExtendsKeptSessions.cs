using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class AlwaysExtendsKeptSessions : SessionRules, IFault
{
    public static string Does => "Absolute kept sessions are extended by use, as if they were rolling.";

    public static IReadOnlyList<string> Violates => ["R-026", "R-045", "D-06"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.AzureAd;

    public override bool UseExtends(SessionSettings settings, bool kept) => kept || base.UseExtends(settings, kept);
}
