using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class TakesChallengesForVerifiers : TokenEndpointRules, IFault
{
    public static string Does => "The code_challenge itself is taken for its code_verifier, as if the method were plain.";

    public static IReadOnlyList<string> Violates => ["N-12"];

    public override bool ComparesVerifiersPlainly => true;
}
