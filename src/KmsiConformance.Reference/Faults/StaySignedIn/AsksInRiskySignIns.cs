using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class AsksInRiskySignIns : StaySignedInRules, IFault
{
    public static string Does => "The question is asked in sign-ins that are rated as risky.";

    public static IReadOnlyList<string> Violates => ["R-124"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.RiskySignIn;
}
