using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class AsksRiskyUsers : StaySignedInRules, IFault
{
    public static string Does => "Users whose account is rated as risky are asked whether to stay signed in.";

    public static IReadOnlyList<string> Violates => ["R-134"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.HighUserRisk;
}
