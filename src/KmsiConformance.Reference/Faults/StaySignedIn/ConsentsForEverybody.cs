using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class ConsentsForEverybody : StaySignedInRules, IFault
{
    public static string Does => "The consent of one user is taken for that of everybody.";

    public static IReadOnlyList<string> Violates => ["R-135"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override string ConsentsFor(string user) => "";
}
