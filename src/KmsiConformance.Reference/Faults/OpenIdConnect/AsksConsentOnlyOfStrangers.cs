using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class AsksConsentOnlyOfStrangers : AuthorizeRules, IFault
{
    public static string Does => "prompt=consent is not heeded where a session answers.";

    public static IReadOnlyList<string> Violates => ["N-05"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool AsksForConsent(IReadOnlyCollection<string> prompt, bool known) => !known && base.AsksForConsent(prompt, known);
}
