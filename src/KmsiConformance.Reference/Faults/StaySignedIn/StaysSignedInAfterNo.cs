using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class StaysSignedInAfterNo : StaySignedInRules, IFault
{
    public static string Does => "The session outlives the browser although the user answered no.";

    public static IReadOnlyList<string> Violates => ["R-122"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool StaysSignedIn(bool saidYes, AzureAdSignInMethod method) => true;
}
