using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Saml;

internal class DropsRelayStateOfRefusals : AuthorizeRules, IFault
{
    public static string Does => "A SAML refusal comes without the RelayState that came with the request.";

    public static IReadOnlyList<string> Violates => ["N-112"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.Saml;

    public override bool RefusalsKeepRelayState => false;
}
