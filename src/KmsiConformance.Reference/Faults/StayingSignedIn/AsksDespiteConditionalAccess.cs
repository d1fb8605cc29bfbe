using KmsiConformance.Reference.Entra;

namespace KmsiConformance.Reference;

/// <summary>Users are asked although conditional access has decided for them.</summary>
internal sealed class AsksDespiteConditionalAccess : Conduct, IFault
{
    public static string Does => "Users are asked although conditional access has decided for them.";

    public static IReadOnlyList<string> Violates => ["R-130", "R-136"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.PersistentBrowserSession;
}
