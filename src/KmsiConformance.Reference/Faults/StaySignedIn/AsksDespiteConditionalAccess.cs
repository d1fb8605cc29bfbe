using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class AsksDespiteConditionalAccess : StaySignedInRules, IFault
{
    public static string Does => "Users are asked although conditional access has decided for them.";

    public static IReadOnlyList<string> Violates => ["R-130", "R-136"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.PersistentBrowserSession;
}
