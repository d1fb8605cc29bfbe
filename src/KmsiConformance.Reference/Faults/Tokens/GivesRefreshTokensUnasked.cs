using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class GivesRefreshTokensUnasked : TokenEndpointRules, IFault
{
    public static string Does => "A refresh token comes with every code, whether offline_access was asked for or not.";

    public static IReadOnlyList<string> Violates => ["N-103"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.AzureAd;

    public override bool GivesRefreshToken(bool asked) => true;
}
