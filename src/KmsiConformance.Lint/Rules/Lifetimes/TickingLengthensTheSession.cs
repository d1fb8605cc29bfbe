using System.Globalization;

namespace KmsiConformance.Lint.Rules.Lifetimes;

/// <summary>Where the days take the place of the seconds, more seconds than days turn the box into its opposite.</summary>
internal sealed class TickingLengthensTheSession() : PolicyRule(
    "KMSI058", Severity.Warning, "A ticked session lasts longer than an unticked one.",
    ["R-050", "R-052", "C-01", "P-02"], Documents.KmsiDecember2018 + "; " + Documents.Session2020, "Relying party file",
    ReadingCondition.DaysOverrideSeconds)
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Settings.KeepAlive is not { } days || days > policy.Settings.Session) yield break;
        yield return Found(
            policy.Places.SessionExpiryInSeconds?.At ?? policy.Places.KeepAliveInDays!.At,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Without the tick the session lasts {policy.Settings.Session.TotalSeconds:0} seconds, with it "
                + $"{policy.Settings.KeepAliveInDays} days, which is "
                + $"{days.TotalSeconds:0} seconds: ticking gains nothing while the browser stays open."),
            "Write a short time, for example <SessionExpiryInSeconds>1200</SessionExpiryInSeconds>.");
    }
}
