using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class ForgetsYes : StaySignedInRules, IFault
{
    public static string Does => "The session ends with the browser although the user answered yes.";

    public static IReadOnlyList<string> Violates => ["R-121", "R-127"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool StaysSignedIn(bool saidYes, AzureAdSignInMethod method) => false;
}
