namespace KmsiConformance.Reference;

/// <summary>The logout token has a nonce, so that it could pass for an id_token.</summary>
internal sealed class PutsNonceIntoLogoutToken : Conduct, IFault
{
    public static string Does => "The logout token has a nonce, so that it could pass for an id_token.";

    public static IReadOnlyList<string> Violates => ["N-61"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.OpenIdConnect];

    public override Dictionary<string, object> LogoutToken(Dictionary<string, object> claims) => new(claims, StringComparer.Ordinal) { ["nonce"] = "n" };
}
