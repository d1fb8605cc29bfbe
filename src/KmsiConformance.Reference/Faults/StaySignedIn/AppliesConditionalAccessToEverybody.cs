using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class AppliesConditionalAccessToEverybody : StaySignedInRules, IFault
{
    public static string Does => "Conditional access for some users takes the question from everybody.";

    public static IReadOnlyList<string> Violates => ["R-130"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool ConditionalAccessApplies(bool named) => true;
}
