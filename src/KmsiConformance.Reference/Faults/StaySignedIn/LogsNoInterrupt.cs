using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class LogsNoInterrupt : StaySignedInRules, IFault
{
    public static string Does => "A sign-in that is abandoned at the question leaves no trace in the log.";

    public static IReadOnlyList<string> Violates => ["R-128"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool LogsTheInterrupt => false;
}
