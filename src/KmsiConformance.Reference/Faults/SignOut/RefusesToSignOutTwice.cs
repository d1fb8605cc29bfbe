using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class RefusesToSignOutTwice : SignOutRules, IFault
{
    public static string Does => "A sign-out without a session ends on an error page.";

    public static IReadOnlyList<string> Violates => ["R-086"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool SignOutNeedsASession => true;
}
