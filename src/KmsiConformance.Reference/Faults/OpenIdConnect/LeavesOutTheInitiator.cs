using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class LeavesOutTheInitiator : NotificationRules, IFault
{
    public static string Does => "The application that asked for the sign-out is not told.";

    public static IReadOnlyList<string> Violates => ["N-38", "N-50"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool TellsInitiator => false;
}
