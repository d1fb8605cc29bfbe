using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies.InForce;

/// <summary>A claim that a technical profile sends to somebody, or takes from an answer.</summary>
/// <param name="ClaimType">The claim of the journey, for example <c>objectId</c>.</param>
/// <param name="PartnerName">What the other side calls it.</param>
/// <param name="DefaultValue">The value where there is none; may be a resolver.</param>
/// <param name="AlwaysDefault">Whether the default wins over what there is.</param>
/// <param name="DataType">The type that the claims schema declares, such as <c>boolean</c>; null for none.</param>
public sealed record ExchangedClaim(
    string ClaimType, string PartnerName, string? DefaultValue, bool AlwaysDefault, string? DataType, Place At)
{
    /// <summary>The claims that a technical profile sends.</summary>
    public static IReadOnlyList<ExchangedClaim> Sent(MergedPolicy policy, PolicyElement profile) =>
        [.. profile.All("InputClaims", "InputClaim").Select(claim => From(policy, claim)).OfType<ExchangedClaim>()];

    /// <summary>The claims that a technical profile gives to the journey.</summary>
    public static IReadOnlyList<ExchangedClaim> Given(MergedPolicy policy, PolicyElement profile) =>
        [.. profile.All("OutputClaims", "OutputClaim").Select(claim => From(policy, claim)).OfType<ExchangedClaim>()];

    private static ExchangedClaim? From(MergedPolicy policy, PolicyElement claim) =>
        claim["ClaimTypeReferenceId"] is not { } type
            ? null
            : new ExchangedClaim(
                type,
                claim["PartnerClaimType"] ?? type,
                claim["DefaultValue"],
                string.Equals(claim["AlwaysUseDefaultValue"], "true", StringComparison.OrdinalIgnoreCase),
                policy.Blocks.Find("ClaimType", type)?.Child("DataType")?.Text,
                claim.At);
}
