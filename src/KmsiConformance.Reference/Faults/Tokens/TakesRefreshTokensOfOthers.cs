using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class TakesRefreshTokensOfOthers : TokenEndpointRules, IFault
{
    public static string Does => "A refresh token is good for any application that comes with it.";

    public static IReadOnlyList<string> Violates => ["N-28"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override bool BindsRefreshTokensToClients => false;
}
