using KmsiConformance.Reference.Entra;

namespace KmsiConformance.Reference;

/// <summary>The question is asked although the tenant hides the option.</summary>
internal sealed class AsksAlthoughHidden : Conduct, IFault
{
    public static string Does => "The question is asked although the tenant hides the option.";

    public static IReadOnlyList<string> Violates => ["R-125", "R-129"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.OptionHidden;
}
