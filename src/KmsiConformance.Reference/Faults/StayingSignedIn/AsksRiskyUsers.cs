using KmsiConformance.Reference.Entra;

namespace KmsiConformance.Reference;

/// <summary>Users whose account is rated as risky are asked whether to stay signed in.</summary>
internal sealed class AsksRiskyUsers : Conduct, IFault
{
    public static string Does => "Users whose account is rated as risky are asked whether to stay signed in.";

    public static IReadOnlyList<string> Violates => ["R-134"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.HighUserRisk;
}
