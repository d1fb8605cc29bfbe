using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.Consent;

internal class RemembersARefusalAsConsent : StaySignedInRules, IFault
{
    public static string Does => "That the user was asked for consent is remembered, whatever the answer: who refused is not asked again.";

    public static IReadOnlyList<string> Violates => ["N-68"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool RemembersConsent(bool accepted) => true;
}
