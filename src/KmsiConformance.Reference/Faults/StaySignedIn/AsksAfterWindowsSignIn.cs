using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class AsksAfterWindowsSignIn : StaySignedInRules, IFault
{
    public static string Does => "The question is asked after a federated service took the machine's own sign-in.";

    public static IReadOnlyList<string> Violates => ["R-132"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.FederationWithWindows;
}
