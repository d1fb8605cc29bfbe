using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class RemembersAppsUndeclared : NotificationRules, IFault
{
    public static string Does => "Applications are told although the token issuer is not declared for it.";

    public static IReadOnlyList<string> Violates => ["R-101"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    internal override bool RemembersApps(LoginPolicy policy) => true;
}
