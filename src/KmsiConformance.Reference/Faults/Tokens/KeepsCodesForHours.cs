using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class KeepsCodesForHours : TokenEndpointRules, IFault
{
    public static string Does => "A code that nobody has used is good for five hours instead of five minutes.";

    public static IReadOnlyList<string> Violates => ["N-27"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override TimeSpan CodeLifetime => TimeSpan.FromHours(5);
}
