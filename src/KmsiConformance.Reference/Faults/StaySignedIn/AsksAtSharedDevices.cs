using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class AsksAtSharedDevices : StaySignedInRules, IFault
{
    public static string Does => "The question is asked at devices that are rated as shared.";

    public static IReadOnlyList<string> Violates => ["R-124"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.SharedDevice;
}
