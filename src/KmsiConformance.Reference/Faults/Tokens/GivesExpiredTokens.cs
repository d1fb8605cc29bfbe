using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class GivesExpiredTokens : TokenRules, IFault
{
    public static string Does => "The id_token is over a minute before it is given.";

    public static IReadOnlyList<string> Violates => ["R-004"];

    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.Saml;

    public override string Write(Dictionary<string, object> claims)
    {
        claims["exp"] = (long)claims["iat"] - 60;
        return base.Write(claims);
    }
}
