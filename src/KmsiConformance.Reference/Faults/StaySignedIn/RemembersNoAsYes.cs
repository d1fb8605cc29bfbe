using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class RemembersNoAsYes : StaySignedInRules, IFault
{
    public static string Does => "A no that is given for good is remembered as a yes.";

    public static IReadOnlyList<string> Violates => ["R-122"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool AnswerForGood(bool saidYes) => true;
}
