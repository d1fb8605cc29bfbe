namespace KmsiConformance.Reference;

/// <summary>No server is told of a sign-out.</summary>
internal sealed class SendsNoLogoutToken : Conduct, IFault
{
    public static string Does => "No server is told of a sign-out.";

    public static IReadOnlyList<string> Violates => ["N-60"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.OpenIdConnect];

    public override bool TellsByBackChannel => false;
}
