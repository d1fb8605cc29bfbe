namespace KmsiConformance.Reference;

/// <summary>The session ends with the browser although the user answered yes.</summary>
internal sealed class ForgetsYes : Conduct, IFault
{
    public static string Does => "The session ends with the browser although the user answered yes.";

    public static IReadOnlyList<string> Violates => ["R-121", "R-127"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool StaysSignedIn(bool saidYes) => false;
}
