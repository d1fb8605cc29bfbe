using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class TrustsSecretsInPlaceOfVerifiers : TokenEndpointRules, IFault
{
    public static string Does => "An application that sends its secret may leave out the verifier of its code.";

    public static IReadOnlyList<string> Violates => ["N-12"];

    public override bool SecretsReplaceVerifiers => true;
}
