namespace KmsiConformance.Reference;

/// <summary>An address that begins with two slashes is taken for one of the service's own.</summary>
internal sealed class FollowsSchemeRelativeAddress : Conduct, IFault
{
    public static string Does => "An address that begins with two slashes is taken for one of the service's own.";

    public static IReadOnlyList<string> Violates => ["R-110", "R-112"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        IsOwnPath(postLogoutRedirectUri) || base.IsRegistered(app, postLogoutRedirectUri);

    public override bool Follows(string postLogoutRedirectUri) => IsOwnPath(postLogoutRedirectUri) || base.Follows(postLogoutRedirectUri);

    private static bool IsOwnPath(string address) => address.StartsWith('/');
}
