using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class TakesNoClientIdBesideBasic : TokenEndpointRules, IFault
{
    public static string Does =>
        "An application that shows its secret by HTTP Basic is refused when it names its client id in the body too.";

    public static IReadOnlyList<string> Violates => ["N-101"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override bool TakesClientIdBesideBasic => false;
}
