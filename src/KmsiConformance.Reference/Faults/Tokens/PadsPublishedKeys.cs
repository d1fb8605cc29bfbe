using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class PadsPublishedKeys : TokenRules, IFault
{
    public static string Does => "The numbers of published keys are padded.";

    public static IReadOnlyList<string> Violates => ["N-107"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override string NumberOfKey(string base64Url) => base64Url + (base64Url.Length % 4) switch
    {
        2 => "==",
        3 => "=",
        _ => "",
    };
}
