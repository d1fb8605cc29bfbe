using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class NamesAnotherAudience : TokenRules, IFault
{
    public static string Does => "The id_token is made out to another application.";

    public static IReadOnlyList<string> Violates => ["R-004"];

    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.Saml;

    public override string Write(Dictionary<string, object> claims)
    {
        claims["aud"] = "another-application";
        return base.Write(claims);
    }
}
