using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Consent;

internal class KeepsARefusalToItself : AuthorizeRules, IFault
{
    public static string Does => "Whoever refuses consent is left on an error page, and the app hears nothing of it.";

    public static IReadOnlyList<string> Violates => ["N-68"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override bool TellsOfRefusedConsent => false;
}
