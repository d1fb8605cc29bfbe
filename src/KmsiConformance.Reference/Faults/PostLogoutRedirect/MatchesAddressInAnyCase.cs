using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class MatchesAddressInAnyCase : PostLogoutRedirectRules, IFault
{
    public static string Does => "Capital and small letters of an address are taken for the same.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        app.RedirectUris.Contains(postLogoutRedirectUri, StringComparer.OrdinalIgnoreCase);
}
