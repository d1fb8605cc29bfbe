namespace KmsiConformance.Lint.Rules.Lifetimes;

/// <summary>The schema takes any number.</summary>
internal sealed class KeepAliveInDaysIsNotNegative() : PolicyRule(
    "KMSI050", Severity.Error, "KeepAliveInDays is 0 or more.",
    ["R-039", "C-09", "P-03"], Documents.Session2021, "Configure session behavior")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Places.KeepAliveInDays is not { Value: < 0 } days) yield break;
        yield return Found(days.At, $"KeepAliveInDays is {days.Value}.", "Write 0 to switch \"Keep me signed in\" off, or 1 to 90 days.");
    }
}
