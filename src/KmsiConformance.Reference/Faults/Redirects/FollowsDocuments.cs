namespace KmsiConformance.Reference;

/// <summary>Documents in a data address are followed.</summary>
internal sealed class FollowsDocuments : Conduct, IFault
{
    public static string Does => "Documents in a data address are followed.";

    public static IReadOnlyList<string> Violates => ["R-110"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool Follows(string postLogoutRedirectUri) =>
        postLogoutRedirectUri.StartsWith("data:", StringComparison.Ordinal) || base.Follows(postLogoutRedirectUri);
}
