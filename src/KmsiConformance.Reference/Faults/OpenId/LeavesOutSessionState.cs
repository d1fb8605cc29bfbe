namespace KmsiConformance.Reference;

/// <summary>No answer says what the session is.</summary>
internal sealed class LeavesOutSessionState : Conduct, IFault
{
    public static string Does => "No answer says what the session is.";

    public static IReadOnlyList<string> Violates => ["N-20"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.OpenIdConnect];

    public override bool SendsSessionState => false;
}
