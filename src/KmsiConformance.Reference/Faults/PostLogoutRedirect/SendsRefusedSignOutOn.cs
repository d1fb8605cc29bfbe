using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class SendsRefusedSignOutOn : PostLogoutRedirectRules, IFault
{
    public static string Does => "A sign-out that is refused sends the browser on all the same.";

    public static IReadOnlyList<string> Violates => ["R-112", "R-113"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool RefusedSignOutGoesOn => true;
}
