using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class RefreshExtendsTheSession : TokenEndpointRules, IFault
{
    public static string Does => "Using a refresh token extends a rolling session.";

    public static IReadOnlyList<string> Violates => ["R-024"];

    public override bool RefreshUsesSession => true;
}
