using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class GivesCodesToAnyAddress : TokenEndpointRules, IFault
{
    public static string Does => "A code can be exchanged with any redirect URI.";

    public static IReadOnlyList<string> Violates => ["N-12"];

    public override bool BindsCodesToAddresses => false;
}
