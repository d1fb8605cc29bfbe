using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class ForgetsYesOfFederatedUsers : StaySignedInRules, IFault
{
    public static string Does => "The session of a user of a federated tenant ends with the browser although the answer was yes.";

    public static IReadOnlyList<string> Violates => ["R-121", "R-127"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool StaysSignedIn(bool saidYes, AzureAdSignInMethod method) => saidYes && method != AzureAdSignInMethod.Federation;
}
