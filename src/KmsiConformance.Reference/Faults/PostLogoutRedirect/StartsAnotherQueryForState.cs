using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class StartsAnotherQueryForState : PostLogoutRedirectRules, IFault
{
    public static string Does => "The state is appended with a question mark, although the address has a query already.";

    public static IReadOnlyList<string> Violates => ["R-111"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override string AddressWithState(string postLogoutRedirectUri, string? state) =>
        state is null ? postLogoutRedirectUri : $"{postLogoutRedirectUri}?state={Uri.EscapeDataString(state)}";
}
