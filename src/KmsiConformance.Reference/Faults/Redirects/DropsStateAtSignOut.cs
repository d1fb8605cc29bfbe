namespace KmsiConformance.Reference;

/// <summary>The browser comes back from a sign-out without the state.</summary>
internal sealed class DropsStateAtSignOut : Conduct, IFault
{
    public static string Does => "The browser comes back from a sign-out without the state.";

    public static IReadOnlyList<string> Violates => ["R-110", "R-111"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override string AddressWithState(string postLogoutRedirectUri, string? state) => postLogoutRedirectUri;
}
