using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Lifetimes;

/// <summary>The advice has no number; what is more than the document's own example counts as many.</summary>
internal sealed class RollingKeepsTheDaysFew() : PolicyRule(
    "KMSI055", Severity.Warning, "A rolling policy keeps the number of days small.",
    ["R-047", "R-046"], Documents.KmsiUntil2018, "Relying party file", ReadingCondition.BoxByPage)
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        var example = policy.Readings.DaysOfTheExample;
        if (policy.Settings.Expiry != ExpiryType.Rolling || !(policy.Settings.KeepAliveInDays > example)) yield break;
        yield return Found(
            policy.Places.KeepAliveInDays!.At,
            $"Every visit extends the session by another {policy.Settings.KeepAliveInDays} days, because "
            + $"SessionExpiryType is {(policy.Places.SessionExpiryType is null ? "absent, which means Rolling" : "Rolling")}."
            + $" The document asks for few days then; its example has {example}.",
            $"Write {example} days or fewer, or <SessionExpiryType>Absolute</SessionExpiryType>.");
    }
}
