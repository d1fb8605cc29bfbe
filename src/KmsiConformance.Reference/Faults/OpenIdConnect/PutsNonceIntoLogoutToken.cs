using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class PutsNonceIntoLogoutToken : TokenRules, IFault
{
    public static string Does => "The logout token has a nonce, so that it could pass for an id_token.";

    public static IReadOnlyList<string> Violates => ["N-61"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override Dictionary<string, object> LogoutToken(Dictionary<string, object> claims) => new(claims,
        StringComparer.Ordinal) { ["nonce"] = "n" };
}
