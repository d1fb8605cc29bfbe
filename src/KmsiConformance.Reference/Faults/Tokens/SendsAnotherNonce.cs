using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class SendsAnotherNonce : TokenRules, IFault
{
    public static string Does => "The id_token carries a nonce that the application did not send.";

    public static IReadOnlyList<string> Violates => ["R-004"];

    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.Saml;

    public override string Write(Dictionary<string, object> claims)
    {
        claims["nonce"] = "another";
        return base.Write(claims);
    }
}
