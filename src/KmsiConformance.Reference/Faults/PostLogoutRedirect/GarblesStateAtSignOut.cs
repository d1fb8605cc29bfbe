using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class GarblesStateAtSignOut : PostLogoutRedirectRules, IFault
{
    public static string Does => "The state comes back from a sign-out without being encoded.";

    public static IReadOnlyList<string> Violates => ["R-110", "R-111"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override string AddressWithState(string postLogoutRedirectUri, string? state) =>
        base.AddressWithState(postLogoutRedirectUri, state).Replace("%26", "&", StringComparison.Ordinal);
}
