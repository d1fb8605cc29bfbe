using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>The key is compared letter by letter; a near miss shows no box and no error.</summary>
internal sealed class RememberMeIsSpelledRight() : FileRule(
    "KMSI078", Severity.Warning, "The metadata key of the box is spelled setting.enableRememberMe.",
    ["R-037", "P-04"], Documents.Session2020, "Metadata of the self-asserted technical profile")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from item in file.Root.All("ClaimsProviders", "ClaimsProvider", "TechnicalProfiles", "TechnicalProfile", "Metadata", "Item")
        let key = item["Key"]
        where key is not null && key != KmsiOffer.Setting
            && (
                key.Contains("rememberme", StringComparison.OrdinalIgnoreCase)
                    || key.Contains("keepmesignedin", StringComparison.OrdinalIgnoreCase)
                    || key.Contains("kmsi", StringComparison.OrdinalIgnoreCase))
        select Found(item.At, $"The item {key.Quote()} is not read.", $"Write Key=\"{KmsiOffer.Setting}\".");
}
