using KmsiConformance.Reference.Entra;

namespace KmsiConformance.Reference;

/// <summary>The question is asked at devices that are rated as shared.</summary>
internal sealed class AsksAtSharedDevices : Conduct, IFault
{
    public static string Does => "The question is asked at devices that are rated as shared.";

    public static IReadOnlyList<string> Violates => ["R-124"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool Heeds(NoQuestion reason) => reason != NoQuestion.SharedDevice;
}
