using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class TakesIdTokensAtUserInfo : TokenEndpointRules, IFault
{
    public static string Does => "The userinfo endpoint takes any token of this issuer, id_tokens too.";

    public static IReadOnlyList<string> Violates => ["N-106"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.OpenIdConnect;

    public override bool UserInfoChecksAudiences => false;
}
