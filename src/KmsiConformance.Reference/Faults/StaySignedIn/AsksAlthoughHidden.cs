using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class AsksAlthoughHidden : StaySignedInRules, IFault
{
    public static string Does => "The question is asked although the tenant hides the option.";

    public static IReadOnlyList<string> Violates => ["R-125", "R-129"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.OptionHidden;
}
