using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class GivesCodesUnderAnyPolicy : TokenEndpointRules, IFault
{
    public static string Does => "A code of one policy can be exchanged under another.";

    public static IReadOnlyList<string> Violates => ["N-12"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.Saml;

    public override bool BindsCodesToPolicies => false;
}
