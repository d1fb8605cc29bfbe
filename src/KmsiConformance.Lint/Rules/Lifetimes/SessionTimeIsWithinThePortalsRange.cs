namespace KmsiConformance.Lint.Rules.Lifetimes;

/// <summary>The 2020 document names 720 minutes as the end of the range and shows 86400 seconds (C-03).</summary>
internal sealed class SessionTimeIsWithinThePortalsRange() : PolicyRule(
    "KMSI054", Severity.Info, "SessionExpiryInSeconds is at most 43200, the 720 minutes of the portal.",
    ["R-021", "C-03"], Documents.Session2020, "Configure session behavior", ReadingCondition.Takes("C-03", "15-to-720-minutes"))
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Places.SessionExpiryInSeconds is not { Value: > 43_200 and <= 86_400 } seconds) yield break;
        yield return Found(
            seconds.At,
            $"SessionExpiryInSeconds is {seconds.Value}: more than the 720 minutes that the document names, though its own "
            + "example has 86400.",
            "Nothing needs to change for a custom policy; a user flow would refuse it.");
    }
}
