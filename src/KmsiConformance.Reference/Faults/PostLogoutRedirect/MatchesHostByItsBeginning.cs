using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class MatchesHostByItsBeginning : PostLogoutRedirectRules, IFault
{
    public static string Does => "An address is taken for the application's when its host begins like the one registered.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        Uri.TryCreate(postLogoutRedirectUri, UriKind.Absolute, out var parsed)
            && app.RedirectUris.Any(uri => parsed.Host.StartsWith(new Uri(uri).Host, StringComparison.Ordinal));
}
