using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class RefusesSignOutWithoutAddress : SignOutRules, IFault
{
    public static string Does => "A sign-out that names no address to return to is refused, and the session lives on.";

    public static IReadOnlyList<string> Violates => ["R-087", "R-088"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool SignOutNeedsAnAddress => true;
}
