using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class AsksDuringConsent : StaySignedInRules, IFault
{
    public static string Does => "The question is asked in the sign-in in which the user consents to an application.";

    public static IReadOnlyList<string> Violates => ["R-135"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.Consent;
}
