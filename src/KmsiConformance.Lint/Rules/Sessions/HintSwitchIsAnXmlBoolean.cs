using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Sessions;

/// <summary>Metadata items take "True"; this attribute does not.</summary>
internal sealed class HintSwitchIsAnXmlBoolean() : FileRule(
    "KMSI034", Severity.Error, "EnforceIdTokenHintOnLogout is true or false, in small letters.",
    ["R-074", "R-114"], Documents.Session2020 + "; " + Documents.Schema, "Secure your logout redirect")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from hint in file.SingleSignOn("EnforceIdTokenHintOnLogout")
        where hint.Value.Trim() is not ("true" or "false" or "1" or "0") && !hint.Value.IsPlaceholder()
        select Found(
            hint.At,
            $"EnforceIdTokenHintOnLogout is {hint.Value.Quote()}; an XML boolean is true or false in small letters.",
            $"Write EnforceIdTokenHintOnLogout=\"{(hint.Value.Trim().StartsWith("f", StringComparison.OrdinalIgnoreCase)
                || hint.Value.Trim().StartsWith("n", StringComparison.OrdinalIgnoreCase) ? "false" : "true")}\".");
}
