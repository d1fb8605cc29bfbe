using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies.InForce;

/// <summary>A claim that a policy puts into its tokens.</summary>
/// <param name="ClaimType">The claim of the journey, for example <c>displayName</c>.</param>
/// <param name="Name">What it is called in the token, for example <c>name</c>.</param>
/// <param name="DefaultValue">The value where the journey has none; may be a resolver such as <c>{Context:KMSI}</c>.</param>
/// <param name="AlwaysDefault">Whether the default wins over what the journey has.</param>
public sealed record OutputClaim(string ClaimType, string Name, string? DefaultValue, bool AlwaysDefault, Place At)
{
    // What the published starter policies declare for their claim types.
    private static readonly Dictionary<string, string> UsualNames = new(StringComparer.Ordinal)
    {
        ["displayName"] = "name", ["givenName"] = "given_name", ["surname"] = "family_name",
    };

    /// <summary>The OutputClaims of the relying party, in the order of the file.</summary>
    public static IReadOnlyList<OutputClaim> Of(MergedPolicy policy) =>
    [
        .. (policy.RelyingParty?.Child("TechnicalProfile")?.Child("OutputClaims")?.All("OutputClaim") ?? [])
            .Where(claim => claim["ClaimTypeReferenceId"] is not null)
            .Select(claim => new OutputClaim(
                claim["ClaimTypeReferenceId"]!,
                claim["PartnerClaimType"] ?? Declared(policy, claim["ClaimTypeReferenceId"]!),
                claim["DefaultValue"],
                string.Equals(claim["AlwaysUseDefaultValue"], "true", StringComparison.OrdinalIgnoreCase),
                claim.At)),
    ];

    // The claim type may say what OpenID Connect calls it.
    private static string Declared(MergedPolicy policy, string claimType) =>
        policy.Blocks.Find("ClaimType", claimType)?.Child("DefaultPartnerClaimTypes")?.All("Protocol")
            .FirstOrDefault(protocol => string.Equals(protocol["Name"], "OpenIdConnect", StringComparison.Ordinal))?["PartnerClaimType"]
        ?? UsualNames.GetValueOrDefault(claimType, claimType);
}
