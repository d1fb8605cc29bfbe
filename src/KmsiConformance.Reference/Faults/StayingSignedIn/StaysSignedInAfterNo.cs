namespace KmsiConformance.Reference;

/// <summary>The session outlives the browser although the user answered no.</summary>
internal sealed class StaysSignedInAfterNo : Conduct, IFault
{
    public static string Does => "The session outlives the browser although the user answered no.";

    public static IReadOnlyList<string> Violates => ["R-122"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool StaysSignedIn(bool saidYes) => true;
}
