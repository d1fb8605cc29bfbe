using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class DeliversCodeBeforeAnswer : StaySignedInRules, IFault
{
    public static string Does => "The application gets its code while the question still waits for an answer.";

    public static IReadOnlyList<string> Violates => ["R-128"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool DeliversCodeBeforeTheAnswer => true;
}
