using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class DropsStateAtSignOut : PostLogoutRedirectRules, IFault
{
    public static string Does => "The browser comes back from a sign-out without the state.";

    public static IReadOnlyList<string> Violates => ["R-110", "R-111"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override string AddressWithState(string postLogoutRedirectUri, string? state) => postLogoutRedirectUri;
}
