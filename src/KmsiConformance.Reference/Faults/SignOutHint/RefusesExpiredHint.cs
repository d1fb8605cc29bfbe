using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignOutHint;

internal class RefusesExpiredHint : SignOutHintRules, IFault
{
    public static string Does => "A hint whose time is over is refused.";

    public static IReadOnlyList<string> Violates => ["R-111"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool AcceptsExpiredHint => false;
}
