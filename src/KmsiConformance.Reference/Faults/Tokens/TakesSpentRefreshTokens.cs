using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class TakesSpentRefreshTokens : TokenEndpointRules, IFault
{
    public static string Does => "A refresh token stays good although another one has taken its place.";

    public static IReadOnlyList<string> Violates => ["N-29"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect;

    public override bool SpendsRefreshTokens => false;
}
