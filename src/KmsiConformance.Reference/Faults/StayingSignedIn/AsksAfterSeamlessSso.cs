using KmsiConformance.Reference.Entra;

namespace KmsiConformance.Reference;

/// <summary>The question is asked after seamless single sign-on.</summary>
internal sealed class AsksAfterSeamlessSso : Conduct, IFault
{
    public static string Does => "The question is asked after seamless single sign-on.";

    public static IReadOnlyList<string> Violates => ["R-131"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.SeamlessSso;
}
