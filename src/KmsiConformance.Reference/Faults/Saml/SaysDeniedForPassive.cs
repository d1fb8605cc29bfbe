using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Saml;

internal class SaysDeniedForPassive : AuthorizeRules, IFault
{
    public static string Does => "A passive SAML request that would need the user is refused as if it had been denied.";

    public static IReadOnlyList<string> Violates => ["N-116"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.Saml;

    public override bool SaysNoPassive => false;
}
