namespace KmsiConformance.Reference;

/// <summary>Applications are told of a sign-out without being told of which session.</summary>
internal sealed class LeavesOutIssuerAndSid : Conduct, IFault
{
    public static string Does => "Applications are told of a sign-out without being told of which session.";

    public static IReadOnlyList<string> Violates => ["N-51"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.OpenIdConnect];

    public override bool SendsIssuerAndSid => false;
}
