namespace KmsiConformance.Lint.Rules.Lifetimes;

/// <summary>Rolling by default surprises whoever expects an end.</summary>
internal sealed class ExpiryTypeIsWrittenOut() : PolicyRule(
    "KMSI060", Severity.Info, "A policy with \"Keep me signed in\" says whether sessions roll.",
    ["R-022", "R-026"], Documents.Session2020, "Configure session behavior")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.KeepsSignedIn || policy.Merged.Behaviors?.Child("SessionExpiryType") is not null) yield break;
        yield return Found(
            policy.SettingsAt,
            $"SessionExpiryType is absent, which means Rolling: each visit extends the {policy.Settings.KeepAliveInDays} days.",
            "Write <SessionExpiryType>Rolling</SessionExpiryType> or <SessionExpiryType>Absolute</SessionExpiryType> behind SingleSignOn.");
    }
}
