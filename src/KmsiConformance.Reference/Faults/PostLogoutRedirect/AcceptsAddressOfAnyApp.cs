using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class AcceptsAddressOfAnyApp : PostLogoutRedirectRules, IFault
{
    public static string Does => "An address that any application registered is good for all of them.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override IEnumerable<AppRegistration> AddressOwners(AppRegistration app, IReadOnlyList<AppRegistration> registered) =>
        registered;
}
