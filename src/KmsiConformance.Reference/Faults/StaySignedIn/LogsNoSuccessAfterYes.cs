using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class LogsNoSuccessAfterYes : StaySignedInRules, IFault
{
    public static string Does => "A sign-in to which the answer was yes stays in the log as an interrupt.";

    public static IReadOnlyList<string> Violates => ["R-128"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool LogsTheSuccess(bool stays) => !stays;
}
