using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd.StaySignedIn;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

/// <summary>"Don't show this again" has no effect.</summary>
internal class AsksAgainAfterAnAnswerForGood : StaySignedInRules, IFault
{
    public static string Does => "\"Don't show this again\" has no effect.";

    public static IReadOnlyList<string> Violates => ["R-121"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.AnsweredForGood;
}
