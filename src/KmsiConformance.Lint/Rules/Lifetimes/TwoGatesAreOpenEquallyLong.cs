using System.Globalization;

namespace KmsiConformance.Lint.Rules.Lifetimes;

/// <summary>The August 2018 document lets in only who passes both gates: the cookie (days) and the session (seconds).</summary>
internal sealed class TwoGatesAreOpenEquallyLong() : PolicyRule(
    "KMSI057", Severity.Warning, "SessionExpiryInSeconds is as long as KeepAliveInDays.",
    ["R-048", "R-049", "C-01", "P-02"], Documents.KmsiAugust2018, "Relying party file", ReadingCondition.TwoGates)
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        var seconds = policy.Settings.Session;
        if (policy.Settings.KeepAlive is not { } days || days == seconds) yield break;
        var least = Math.Min(days.TotalSeconds, seconds.TotalSeconds);
        yield return Found(
            policy.Places.SessionExpiryInSeconds?.At ?? policy.Places.KeepAliveInDays!.At,
            string.Create(
                CultureInfo.InvariantCulture,
                $"KeepAliveInDays is {policy.Settings.KeepAliveInDays}, which is {days.TotalSeconds:0} seconds, "
                + $"but SessionExpiryInSeconds is {policy.Settings.SessionExpiryInSeconds?.ToString() ?? "absent (86400)"}. "
                + $"A silent sign-in needs both, so a ticked session ends after {least:0} seconds."),
            FormattableString.Invariant($"Write <SessionExpiryInSeconds>{days.TotalSeconds:0}</SessionExpiryInSeconds>."));
    }
}
