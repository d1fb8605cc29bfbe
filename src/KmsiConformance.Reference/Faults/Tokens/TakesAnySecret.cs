using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class TakesAnySecret : TokenEndpointRules, IFault
{
    public static string Does => "An application that has a secret has to send one, and any will do.";

    public static IReadOnlyList<string> Violates => ["N-26"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override bool AuthenticatesClients(bool sent) => !sent;
}
