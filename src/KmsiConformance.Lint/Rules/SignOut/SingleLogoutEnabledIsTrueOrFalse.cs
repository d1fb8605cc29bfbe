using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>Anything but false leaves the sign-out on.</summary>
internal sealed class SingleLogoutEnabledIsTrueOrFalse() : FileRule(
    "KMSI117", Severity.Warning, "SingleLogoutEnabled is true or false.",
    ["R-093"], Documents.Session2020, "Sign-out, note", ReadingCondition.Takes("C-18", "provider-asked"))
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from item in file.Root.All("ClaimsProviders", "ClaimsProvider", "TechnicalProfiles", "TechnicalProfile", "Metadata", "Item")
        where item["Key"] == "SingleLogoutEnabled" && item.Text.ToLowerInvariant() is not ("true" or "false")
            && !item.Text.StartsWith("{Settings:", StringComparison.OrdinalIgnoreCase)
        select Found(item.At, $"SingleLogoutEnabled is {item.Text.Quote()}.", "Write true or false.");
}
