namespace KmsiConformance.Reference;

/// <summary>A sign-out tells no other application.</summary>
internal sealed class TellsNobody : Conduct, IFault
{
    public static string Does => "A sign-out tells no other application.";

    public static IReadOnlyList<string> Violates => ["R-097", "R-102"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool TellsApps => false;
}
