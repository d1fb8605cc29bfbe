namespace KmsiConformance.Reference;

/// <summary>An application that expects one user gets tokens of whoever is signed in.</summary>
internal sealed class IgnoresIdTokenHint : Conduct, IFault
{
    public static string Does => "An application that expects one user gets tokens of whoever is signed in.";

    public static IReadOnlyList<string> Violates => ["N-08"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.OpenIdConnect];

    public override bool HeedsIdTokenHint => false;
}
