using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Lifetimes;

/// <summary>The 2020 document dropped the advice; its effect remains.</summary>
internal sealed class RollingComesToAnEnd() : PolicyRule(
    "KMSI056", Severity.Info, "A kept session comes to an end for users who return often.",
    ["R-026", "R-046", "C-07"], Documents.Session2020, "Configure session behavior", ReadingCondition.BoxByMetadata)
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Settings.Expiry != ExpiryType.Rolling || !policy.KeepsSignedIn) yield break;
        yield return Found(
            policy.Places.KeepAliveInDays!.At,
            $"Whoever returns within {policy.Settings.KeepAliveInDays} days each time stays signed in for ever, because "
            + $"SessionExpiryType is {(policy.Places.SessionExpiryType is null ? "absent, which means Rolling" : "Rolling")}.",
            "Write <SessionExpiryType>Absolute</SessionExpiryType> if that is not meant.");
    }
}
