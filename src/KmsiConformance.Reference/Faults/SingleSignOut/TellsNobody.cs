using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class TellsNobody : NotificationRules, IFault
{
    public static string Does => "A sign-out tells no other application.";

    public static IReadOnlyList<string> Violates => ["R-097", "R-102"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool TellsApps => false;
}
