namespace KmsiConformance.Lint.Rules.Lifetimes;

/// <summary>The schema takes any number; later documents name 90 as the end, and browsers keep no cookie beyond 400 days.</summary>
internal sealed class KeepAliveInDaysIsAtMostNinety() : PolicyRule(
    "KMSI051", Severity.Warning, "KeepAliveInDays is at most 90.",
    ["R-041", "C-09", "P-03"], Documents.Session2021, "Configure session behavior")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Places.KeepAliveInDays is not { Value: > 90 } days) yield break;
        yield return Found(
            days.At, $"KeepAliveInDays is {days.Value}; the service keeps users signed in for 90 days at most.",
            "Write a number from 1 to 90.");
    }
}
