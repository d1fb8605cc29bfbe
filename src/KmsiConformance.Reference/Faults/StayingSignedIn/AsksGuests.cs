using KmsiConformance.Reference.Entra;

namespace KmsiConformance.Reference;

/// <summary>Guests of the tenant are asked whether to stay signed in.</summary>
internal sealed class AsksGuests : Conduct, IFault
{
    public static string Does => "Guests of the tenant are asked whether to stay signed in.";

    public static IReadOnlyList<string> Violates => ["R-133"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.Guest;
}
