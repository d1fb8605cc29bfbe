namespace KmsiConformance.Reference;

/// <summary>A hint whose time is over is refused.</summary>
internal sealed class RefusesExpiredHint : Conduct, IFault
{
    public static string Does => "A hint whose time is over is refused.";

    public static IReadOnlyList<string> Violates => ["R-111"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool AcceptsExpiredHint => false;
}
