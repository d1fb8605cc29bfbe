namespace KmsiConformance.Reference;

/// <summary>max_age has no effect.</summary>
internal sealed class IgnoresMaxAge : Conduct, IFault
{
    public static string Does => "max_age has no effect.";

    public static IReadOnlyList<string> Violates => ["N-06"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.OpenIdConnect];

    public override bool HeedsMaxAge => false;
}
