using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class EndsRefreshTokensWithTheSession : TokenEndpointRules, IFault
{
    public static string Does => "A refresh token is refused once the session has ended.";

    public static IReadOnlyList<string> Violates => ["N-13"];

    public override bool RefreshNeedsSession => true;
}
