using KmsiConformance.Reference.Entra;

namespace KmsiConformance.Reference;

/// <summary>The question is asked after a federated service took the machine's own sign-in.</summary>
internal sealed class AsksAfterWindowsSignIn : Conduct, IFault
{
    public static string Does => "The question is asked after a federated service took the machine's own sign-in.";

    public static IReadOnlyList<string> Violates => ["R-132"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.FederationWithWindows;
}
