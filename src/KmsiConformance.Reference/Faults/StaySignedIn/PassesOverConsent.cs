using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class PassesOverConsent : AuthorizeRules, IFault
{
    public static string Does => "With prompt=none an app gets its code although consent is due.";

    public static IReadOnlyList<string> Violates => ["N-01"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool SilencePassesOverConsent => true;
}
