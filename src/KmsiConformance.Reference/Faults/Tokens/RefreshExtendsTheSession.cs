namespace KmsiConformance.Reference;

/// <summary>Using a refresh token extends a rolling session.</summary>
internal sealed class RefreshExtendsTheSession : Conduct, IFault
{
    public static string Does => "Using a refresh token extends a rolling session.";

    public static IReadOnlyList<string> Violates => ["R-024"];

    public override bool RefreshUsesSession => true;
}
