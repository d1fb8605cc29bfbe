using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class LeavesTokensUnsigned : TokenRules, IFault
{
    public static string Does => "The id_token has the algorithm none and no signature.";

    public static IReadOnlyList<string> Violates => ["R-004"];

    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.Saml;

    public override string Write(Dictionary<string, object> claims) =>
        $"{Base64Url.Encode("""{"alg":"none","typ":"JWT"}"""u8)}.{base.Write(claims).Split('.')[1]}.";
}
