using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class GivesCodesToAnyClient : TokenEndpointRules, IFault
{
    public static string Does => "A code can be exchanged by any application.";

    public static IReadOnlyList<string> Violates => ["N-12"];

    public override bool BindsCodesToClients => false;
}
