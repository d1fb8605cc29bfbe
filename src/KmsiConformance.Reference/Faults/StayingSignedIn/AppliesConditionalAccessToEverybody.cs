namespace KmsiConformance.Reference;

/// <summary>Conditional access for some users takes the question from everybody.</summary>
internal sealed class AppliesConditionalAccessToEverybody : Conduct, IFault
{
    public static string Does => "Conditional access for some users takes the question from everybody.";

    public static IReadOnlyList<string> Violates => ["R-130"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool ConditionalAccessApplies(bool named) => true;
}
