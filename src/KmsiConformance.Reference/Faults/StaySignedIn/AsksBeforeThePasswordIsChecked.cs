using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class AsksBeforeThePasswordIsChecked : StaySignedInRules, IFault
{
    public static string Does => "The question comes before the password.";

    public static IReadOnlyList<string> Violates => ["R-120", "R-123"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool AsksBeforeThePassword => true;
}
