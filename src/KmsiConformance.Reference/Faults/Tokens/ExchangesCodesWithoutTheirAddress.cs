using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class ExchangesCodesWithoutTheirAddress : TokenEndpointRules, IFault
{
    public static string Does => "A code is exchanged for whoever leaves out the redirect_uri; a wrong one is refused.";

    public static IReadOnlyList<string> Violates => ["N-12"];

    public override bool DemandsAddresses => false;
}
