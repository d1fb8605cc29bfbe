using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class NeverAsksToStaySignedIn : StaySignedInRules, IFault
{
    public static string Does => "Nobody is ever asked whether to stay signed in.";

    public static IReadOnlyList<string> Violates => ["R-120", "R-126"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool AsksToStaySignedIn => false;
}
