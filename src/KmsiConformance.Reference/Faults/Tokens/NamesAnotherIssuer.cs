using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class NamesAnotherIssuer : TokenRules, IFault
{
    public static string Does => "The id_token names an issuer that is not the one of the discovery document.";

    public static IReadOnlyList<string> Violates => ["R-004"];

    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.Saml;

    public override string Write(Dictionary<string, object> claims)
    {
        claims["iss"] = "https://login.example.com/";
        return base.Write(claims);
    }
}
