using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

/// <summary>An authorization code can be redeemed again and again (RFC 6749, 4.1.2 forbids it).</summary>
internal class AcceptsCodeTwice : TokenEndpointRules, IFault
{
    public static string Does => "An authorization code can be redeemed again and again.";

    public static IReadOnlyList<string> Violates => ["N-11"];

    public override bool SpendsCodes => false;
}
