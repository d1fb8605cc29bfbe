using KmsiConformance.Policies;
using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class SignsWithAnotherKey : TokenRules, IFault
{
    public static string Does => "The id_token is signed with a key that the key document does not list.";

    public static IReadOnlyList<string> Violates => ["R-004"];

    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.Saml;

    private static readonly RSA Another = RSA.Create(2048);

    public override string Write(Dictionary<string, object> claims)
    {
        var parts = base.Write(claims).Split('.');
        var signature = Another.SignData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
        return $"{parts[0]}.{parts[1]}.{Base64Url.Encode(signature)}";
    }
}
