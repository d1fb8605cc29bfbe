namespace KmsiConformance.Reference;

/// <summary>A refresh token is taken however old it is.</summary>
internal sealed class TakesRefreshTokensForever : Conduct, IFault
{
    public static string Does => "A refresh token is taken however old it is.";

    public static IReadOnlyList<string> Violates => ["N-14"];

    public override bool RefreshTokensEnd => false;
}
