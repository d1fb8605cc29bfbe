using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class LosesQueryAtSignOut : PostLogoutRedirectRules, IFault
{
    public static string Does => "The browser comes back from a sign-out without the query of the registered address.";

    public static IReadOnlyList<string> Violates => ["R-111"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override string AddressWithState(string postLogoutRedirectUri, string? state) =>
        base.AddressWithState(postLogoutRedirectUri.Split('?')[0], state);
}
