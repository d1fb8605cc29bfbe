namespace KmsiConformance.Lint.Rules.Accounts;

/// <summary>The password check needs two registrations, each named twice.</summary>
internal sealed class LocalSignInNamesBothApps() : PolicyRule(
    "KMSI103", Severity.Error, "login-NonInteractive names both applications, as metadata and as input claims.",
    ["R-079", "C-12"], Documents.KmsiUntil2018, "Claims provider")
{
    private const string Profile = "login-NonInteractive";

    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.Merged.IsComplete || policy.Merged.TechnicalProfile(Profile) is not { } signIn) yield break;
        var metadata = policy.Merged.Metadata(Profile);
        var claims = signIn.All("InputClaims", "InputClaim").Select(c => c["ClaimTypeReferenceId"]).ToList();
        var missing = new[] { "client_id", "IdTokenAudience" }.Where(k => !metadata.ContainsKey(k)).Select(k => $"the metadata item {k}")
            .Concat(
                new[] { "client_id", "resource_id" }.Where(k => !claims.Contains(k, StringComparer.Ordinal))
                    .Select(k => $"the input claim {k}"))
            .ToList();
        if (missing.Count == 0) yield break;
        yield return Found(
            signIn.At, $"{Profile.Quote()} lacks {string.Join(", ", missing)}.",
            "Add them in the extensions file, with the ids of your two registrations.");
    }
}
