using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class TakesRefreshTokensForever : TokenEndpointRules, IFault
{
    public static string Does => "A refresh token is taken however old it is.";

    public static IReadOnlyList<string> Violates => ["N-14"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.Saml;

    public override bool RefreshTokensEnd => false;
}
