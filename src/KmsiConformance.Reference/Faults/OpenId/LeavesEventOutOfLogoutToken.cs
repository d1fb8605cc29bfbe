namespace KmsiConformance.Reference;

/// <summary>The logout token does not say that it is one.</summary>
internal sealed class LeavesEventOutOfLogoutToken : Conduct, IFault
{
    public static string Does => "The logout token does not say that it is one.";

    public static IReadOnlyList<string> Violates => ["N-61"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.OpenIdConnect];

    public override Dictionary<string, object> LogoutToken(Dictionary<string, object> claims) =>
        claims.Where(claim => claim.Key is not "events").ToDictionary(StringComparer.Ordinal);
}
