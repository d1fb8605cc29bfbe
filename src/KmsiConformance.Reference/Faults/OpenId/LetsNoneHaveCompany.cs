namespace KmsiConformance.Reference;

/// <summary>prompt=none together with another value is let through.</summary>
internal sealed class LetsNoneHaveCompany : Conduct, IFault
{
    public static string Does => "prompt=none together with another value is let through.";

    public static IReadOnlyList<string> Violates => ["N-02"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.OpenIdConnect];

    public override bool NoneMayHaveCompany => true;
}
