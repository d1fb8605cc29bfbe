namespace KmsiConformance.Lint.Rules.Lifetimes;

/// <summary>
/// C-03: the documents of 2016 and 2018 name no range (the one of August 2018 shows 604800 seconds); the one of 2020 says
/// 15 minutes at least, and shows 86400 seconds, which later ones confirm as the end.
/// </summary>
internal sealed class SessionTimeIsWithinTheRange() : PolicyRule(
    "KMSI053", Severity.Warning, "SessionExpiryInSeconds is between 900 and 86400.",
    ["R-020", "R-021", "C-03"], Documents.Session2020 + "; " + Documents.Session2021, "Configure session behavior",
    ReadingCondition.Takes("C-03", "15-to-720-minutes"))
{
    private const int Least = 900;
    private const int Most = 86_400;

    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Places.SessionExpiryInSeconds is not { Value: > 0 } seconds || seconds.Value is >= Least and <= Most) yield break;
        yield return Found(
            seconds.At,
            $"SessionExpiryInSeconds is {seconds.Value}; the service takes {Least} (15 minutes) to {Most} (a day).",
            seconds.Value < Least ? $"Write {Least} or more." : $"Write {Most} or less, and let KeepAliveInDays cover the days.");
    }
}
