using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class GivesTokensOfTwoMinutes : TokenRules, IFault
{
    private const long Seconds = 120;

    public static string Does => "An ID token is good for two minutes: an app whose clock is a little ahead gets it too late.";

    public static IReadOnlyList<string> Violates => ["N-86"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override string Write(Dictionary<string, object> claims)
    {
        claims["exp"] = (long)claims["iat"] + Seconds;
        return base.Write(claims);
    }
}
