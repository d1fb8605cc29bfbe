using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class LetsSecretsBeLeftOut : TokenEndpointRules, IFault
{
    public static string Does => "An application that has a secret gets tokens without it; a wrong one is refused.";

    public static IReadOnlyList<string> Violates => ["N-26"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override bool AuthenticatesClients(bool sent) => sent;
}
