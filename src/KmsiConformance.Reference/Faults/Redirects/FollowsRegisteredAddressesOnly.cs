namespace KmsiConformance.Reference;

/// <summary>Sign-out that demands no hint refuses addresses that nobody registered.</summary>
internal sealed class FollowsRegisteredAddressesOnly : Conduct, IFault
{
    public static string Does => "Sign-out that demands no hint refuses addresses that nobody registered.";

    public static IReadOnlyList<string> Violates => ["R-110"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool Follows(string postLogoutRedirectUri) => false;
}
