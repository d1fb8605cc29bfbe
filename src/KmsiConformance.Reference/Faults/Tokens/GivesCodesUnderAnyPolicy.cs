using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class GivesCodesUnderAnyPolicy : TokenEndpointRules, IFault
{
    public static string Does => "A code of one policy can be exchanged under another.";

    public static IReadOnlyList<string> Violates => ["N-12"];

    public override bool BindsCodesToPolicies => false;
}
