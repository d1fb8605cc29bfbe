namespace KmsiConformance.Lint.Rules.Accounts;

/// <summary>The same id stands in two places; one was replaced and the other forgotten.</summary>
internal sealed class ApplicationIdsAgree() : PolicyRule(
    "KMSI104", Severity.Error, "Metadata and input claims of login-NonInteractive name the same applications.",
    ["R-079"], Documents.KmsiUntil2018, "Application identifiers")
{
    private const string Profile = "login-NonInteractive";

    private static readonly (string Item, string Claim)[] Pairs = [("client_id", "client_id"), ("IdTokenAudience", "resource_id")];

    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Merged.TechnicalProfile(Profile) is not { } signIn) yield break;
        var metadata = policy.Merged.Metadata(Profile);
        foreach (var (item, claim) in Pairs)
        {
            var value = signIn.All("InputClaims", "InputClaim")
                .FirstOrDefault(c => c["ClaimTypeReferenceId"] == claim)?.Attribute("DefaultValue");
            if (value is null
                || !metadata.TryGetValue(item, out var written)
                || string.Equals(written.Value, value.Value, StringComparison.OrdinalIgnoreCase))
                continue;
            yield return Found(
                value.At, $"The input claim {claim} is {value.Value.Quote()}, the metadata item {item} {written.Value.Quote()}.",
                "Write the same application id in both places.");
        }
    }
}
