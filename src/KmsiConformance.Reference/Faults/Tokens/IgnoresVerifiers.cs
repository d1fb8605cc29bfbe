using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class IgnoresVerifiers : TokenEndpointRules, IFault
{
    public static string Does => "A code can be exchanged without the PKCE verifier, or with a wrong one.";

    public static IReadOnlyList<string> Violates => ["N-12"];

    public override bool DemandsVerifiers => false;
}
