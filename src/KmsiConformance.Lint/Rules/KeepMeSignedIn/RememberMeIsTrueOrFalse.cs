using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>Anything but true counts as false, silently.</summary>
internal sealed class RememberMeIsTrueOrFalse() : FileRule(
    "KMSI077", Severity.Error, "setting.enableRememberMe is true or false.",
    ["R-037"], Documents.Session2020, "Metadata of the self-asserted technical profile")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from item in file.Root.All("ClaimsProviders", "ClaimsProvider", "TechnicalProfiles", "TechnicalProfile", "Metadata", "Item")
        where string.Equals(item["Key"], KmsiOffer.Setting, StringComparison.Ordinal)
            && item.Text.ToLowerInvariant() is not ("true" or "false")
            && !item.Text.StartsWith("{Settings:", StringComparison.OrdinalIgnoreCase)
        select Found(
            item.At, $"{KmsiOffer.Setting} is {item.Text.Quote()}, which counts as false.",
            "Write True to show the box, False to hide it.");
}
