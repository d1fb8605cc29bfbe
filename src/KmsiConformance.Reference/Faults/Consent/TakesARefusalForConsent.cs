using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Consent;

internal class TakesARefusalForConsent : AuthorizeRules, IFault
{
    public static string Does => "Whoever is asked for consent and refuses it is signed in to the app all the same.";

    public static IReadOnlyList<string> Violates => ["N-68"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override bool TakesForConsent(bool accepted) => true;
}
