using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class LeavesEventOutOfLogoutToken : TokenRules, IFault
{
    public static string Does => "The logout token does not say that it is one.";

    public static IReadOnlyList<string> Violates => ["N-61"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override Dictionary<string, object> LogoutToken(Dictionary<string, object> claims) =>
        claims.Where(claim => claim.Key is not "events").ToDictionary(StringComparer.Ordinal);
}
