using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class AsksAfterSeamlessSso : StaySignedInRules, IFault
{
    public static string Does => "The question is asked after seamless single sign-on.";

    public static IReadOnlyList<string> Violates => ["R-131"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.SeamlessSso;
}
