using KmsiConformance.Reference.Entra;

namespace KmsiConformance.Reference;

/// <summary>"Don't show this again" has no effect.</summary>
internal sealed class AsksAgainAfterAnAnswerForGood : Conduct, IFault
{
    public static string Does => "\"Don't show this again\" has no effect.";

    public static IReadOnlyList<string> Violates => ["R-121"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.AnsweredForGood;
}
