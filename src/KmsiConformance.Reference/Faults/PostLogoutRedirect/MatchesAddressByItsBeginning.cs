using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class MatchesAddressByItsBeginning : PostLogoutRedirectRules, IFault
{
    public static string Does => "An address is taken for registered when it begins with one that is.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        app.RedirectUris.Any(uri => postLogoutRedirectUri.StartsWith(uri, StringComparison.Ordinal));
}
