using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class HidesErrorsFromPages : TokenEndpointRules, IFault
{
    public static string Does => "The page of a single-page application may not read an error of the token endpoint, only tokens.";

    public static IReadOnlyList<string> Violates => ["N-108"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override bool LetsPagesRead(bool isError) => !isError;
}
