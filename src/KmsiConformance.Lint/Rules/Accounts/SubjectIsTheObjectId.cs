namespace KmsiConformance.Lint.Rules.Accounts;

/// <summary>Apps tell users apart by sub; without it a silent sign-in may look like another user.</summary>
internal sealed class SubjectIsTheObjectId() : PolicyRule(
    "KMSI106", Severity.Warning, "The relying party sends objectId as sub and names sub as the subject.",
    ["R-082"], Documents.All, "Relying party file")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Merged.RelyingParty?.Child("TechnicalProfile") is not { } profile) yield break;
        if (profile.Child("Protocol")?["Name"] is "SAML2") yield break;
        var sub = profile.All("OutputClaims", "OutputClaim")
            .FirstOrDefault(c => (c["PartnerClaimType"] ?? c["ClaimTypeReferenceId"]) == "sub");
        if (sub is null)
            yield return Found(
                profile.At, $"{policy.PolicyId} sends no sub.",
                "Add <OutputClaim ClaimTypeReferenceId=\"objectId\" PartnerClaimType=\"sub\" />.");
        else if (sub["ClaimTypeReferenceId"] is not ("objectId" or "sub"))
            yield return Found(
                sub.At, $"sub is the claim {sub["ClaimTypeReferenceId"].Quote()}, which may change or repeat.", "Send objectId as sub.");
        if (profile.Child("SubjectNamingInfo")?["ClaimType"] is not "sub")
            yield return Found(
                profile.Child("SubjectNamingInfo")?.At
                    ?? profile.At, $"{policy.PolicyId} does not name sub as the subject.",
                    "Write <SubjectNamingInfo ClaimType=\"sub\" /> behind OutputClaims.");
    }
}
