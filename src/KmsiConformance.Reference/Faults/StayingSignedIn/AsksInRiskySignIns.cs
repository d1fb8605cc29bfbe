using KmsiConformance.Reference.Entra;

namespace KmsiConformance.Reference;

/// <summary>The question is asked in sign-ins that are rated as risky.</summary>
internal sealed class AsksInRiskySignIns : Conduct, IFault
{
    public static string Does => "The question is asked in sign-ins that are rated as risky.";

    public static IReadOnlyList<string> Violates => ["R-124"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.RiskySignIn;
}
