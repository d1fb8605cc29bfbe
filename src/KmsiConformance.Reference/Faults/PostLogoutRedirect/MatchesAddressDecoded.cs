using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class MatchesAddressDecoded : PostLogoutRedirectRules, IFault
{
    public static string Does => "Addresses are compared after their percent signs are resolved.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        base.IsRegistered(app, Uri.UnescapeDataString(postLogoutRedirectUri));
}
