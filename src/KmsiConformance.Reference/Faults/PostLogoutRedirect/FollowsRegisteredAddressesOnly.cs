using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class FollowsRegisteredAddressesOnly : PostLogoutRedirectRules, IFault
{
    public static string Does => "Sign-out that demands no hint refuses addresses that nobody registered.";

    public static IReadOnlyList<string> Violates => ["R-110"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool Follows(string postLogoutRedirectUri) => false;
}
