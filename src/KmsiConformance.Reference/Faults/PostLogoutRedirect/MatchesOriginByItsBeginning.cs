using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class MatchesOriginByItsBeginning : PostLogoutRedirectRules, IFault
{
    public static string Does => "An address is taken for the application's when it begins like its origin.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        app.RedirectUris.Any(uri => postLogoutRedirectUri.StartsWith(new Uri(uri).GetLeftPart(UriPartial.Authority),
            StringComparison.Ordinal));
}
