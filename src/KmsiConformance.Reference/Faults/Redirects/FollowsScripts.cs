namespace KmsiConformance.Reference;

/// <summary>Scripts are followed like addresses.</summary>
internal sealed class FollowsScripts : Conduct, IFault
{
    public static string Does => "Scripts are followed like addresses.";

    public static IReadOnlyList<string> Violates => ["R-110"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool Follows(string postLogoutRedirectUri) =>
        postLogoutRedirectUri.StartsWith("javascript:", StringComparison.Ordinal) || base.Follows(postLogoutRedirectUri);
}
