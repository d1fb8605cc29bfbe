namespace KmsiConformance.Reference;

/// <summary>A sign-out that any site could have asked for is carried out at once.</summary>
internal sealed class SignsOutUnasked : Conduct, IFault
{
    public static string Does => "A sign-out that any site could have asked for is carried out at once.";

    public static IReadOnlyList<string> Violates => ["N-34"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.OpenIdConnect];

    public override bool AsksBeforeSignOut(bool hinted) => false;
}
