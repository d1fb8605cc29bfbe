namespace KmsiConformance.Policies.Lint.Rules.Accounts;

/// <summary>The documents' examples show names where the ids of two applications belong.</summary>
internal sealed class NoPlaceholderIsLeft() : FileRule(
    "KMSI100", Severity.Error, "The application ids of the starter pack are filled in.",
    ["R-079"], Documents.KmsiUntil2018, "Claims provider; Application identifiers")
{
    private static readonly string[] Placeholders = ["ProxyIdentityExperienceFrameworkAppId", "IdentityExperienceFrameworkAppId"];

    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        foreach (var profile in file.Root.All("ClaimsProviders", "ClaimsProvider", "TechnicalProfiles", "TechnicalProfile"))
        {
            foreach (var item in profile.All("Metadata", "Item").Where(i => Is(i.Text)))
                yield return Left(item.At, $"Item {item["Key"].Quote()}", profile, item.Text);
            foreach (var claim in profile.All("InputClaims", "InputClaim").Select(c => (Claim: c, Value: c.Attribute("DefaultValue"))).Where(c => c.Value is not null && Is(c.Value.Value)))
                yield return Left(claim.Value!.At, $"The default of {claim.Claim["ClaimTypeReferenceId"].Quote()}", profile, claim.Value.Value);
        }
    }

    private static bool Is(string value) => Placeholders.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);

    private Finding Left(Place at, string what, PolicyElement profile, string value) => Found(
        at,
        $"{what} of {profile["Id"].Quote()} is still {value.Quote()}.",
        $"Write the application id of your {(value.StartsWith("Proxy", StringComparison.OrdinalIgnoreCase) ? "ProxyIdentityExperienceFramework" : "IdentityExperienceFramework")} registration.");
}
