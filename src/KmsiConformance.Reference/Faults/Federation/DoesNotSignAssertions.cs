using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Federation;

internal class DoesNotSignAssertions : TokenRules, IFault
{
    public static string Does => "Assertions for SAML applications are not signed.";

    public static IReadOnlyList<string> Violates => ["R-018", "N-95"];

    public override bool SignsAssertions => false;
}
