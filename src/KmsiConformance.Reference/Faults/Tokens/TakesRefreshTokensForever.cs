using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class TakesRefreshTokensForever : TokenEndpointRules, IFault
{
    public static string Does => "A refresh token is taken however old it is.";

    public static IReadOnlyList<string> Violates => ["N-14"];

    public override bool RefreshTokensEnd => false;
}
