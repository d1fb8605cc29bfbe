using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class WidensTheScopeAtRefresh : TokenEndpointRules, IFault
{
    public static string Does => "A refresh that asks for more than was granted gets it.";

    public static IReadOnlyList<string> Violates => ["N-102"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override bool BindsRefreshesToTheirScope => false;
}
