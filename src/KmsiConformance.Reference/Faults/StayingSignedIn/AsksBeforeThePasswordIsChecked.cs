namespace KmsiConformance.Reference;

/// <summary>The question comes before the password.</summary>
internal sealed class AsksBeforeThePasswordIsChecked : Conduct, IFault
{
    public static string Does => "The question comes before the password.";

    public static IReadOnlyList<string> Violates => ["R-120", "R-123"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool AsksBeforeThePassword => true;
}
