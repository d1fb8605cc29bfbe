using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class FollowsSchemeRelativeAddress : PostLogoutRedirectRules, IFault
{
    public static string Does => "An address that begins with two slashes is taken for one of the service's own.";

    public static IReadOnlyList<string> Violates => ["R-110", "R-112"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        IsOwnPath(postLogoutRedirectUri) || base.IsRegistered(app, postLogoutRedirectUri);

    public override bool Follows(string postLogoutRedirectUri) => IsOwnPath(postLogoutRedirectUri) || base.Follows(postLogoutRedirectUri);

    private static bool IsOwnPath(string address) => address.StartsWith('/');
}
