namespace KmsiConformance.Reference;

/// <summary>The state comes back from a sign-out without being encoded.</summary>
internal sealed class GarblesStateAtSignOut : Conduct, IFault
{
    public static string Does => "The state comes back from a sign-out without being encoded.";

    public static IReadOnlyList<string> Violates => ["R-110", "R-111"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override string AddressWithState(string postLogoutRedirectUri, string? state) =>
        base.AddressWithState(postLogoutRedirectUri, state).Replace("%26", "&", StringComparison.Ordinal);
}
