namespace KmsiConformance.Reference;

/// <summary>Nobody is ever asked whether to stay signed in.</summary>
internal sealed class NeverAsksToStaySignedIn : Conduct, IFault
{
    public static string Does => "Nobody is ever asked whether to stay signed in.";

    public static IReadOnlyList<string> Violates => ["R-120", "R-126"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool AsksToStaySignedIn => false;
}
