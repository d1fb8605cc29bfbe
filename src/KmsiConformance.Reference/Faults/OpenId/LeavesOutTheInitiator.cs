namespace KmsiConformance.Reference;

/// <summary>The application that asked for the sign-out is not told.</summary>
internal sealed class LeavesOutTheInitiator : Conduct, IFault
{
    public static string Does => "The application that asked for the sign-out is not told.";

    public static IReadOnlyList<string> Violates => ["N-38", "N-50"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.OpenIdConnect];

    public override bool TellsInitiator => false;
}
