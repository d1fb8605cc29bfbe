using KmsiConformance.Reference.Entra;

namespace KmsiConformance.Reference;

/// <summary>The question is asked in the sign-in in which the user consents to an application.</summary>
internal sealed class AsksDuringConsent : Conduct, IFault
{
    public static string Does => "The question is asked in the sign-in in which the user consents to an application.";

    public static IReadOnlyList<string> Violates => ["R-135"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.Consent;
}
