using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class MatchesTextBehindTheAtSign : PostLogoutRedirectRules, IFault
{
    public static string Does => "The host of an address is read with other eyes than a browser's: what stands behind the last @.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        app.RedirectUris.Any(uri => postLogoutRedirectUri.EndsWith('@' + uri["https://".Length..], StringComparison.Ordinal));
}
