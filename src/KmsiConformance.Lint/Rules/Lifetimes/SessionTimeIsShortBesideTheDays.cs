using System.Globalization;

namespace KmsiConformance.Lint.Rules.Lifetimes;

/// <summary>Both documents advise 1200 seconds for whoever does not tick.</summary>
internal sealed class SessionTimeIsShortBesideTheDays() : PolicyRule(
    "KMSI059", Severity.Info, "With \"Keep me signed in\" SessionExpiryInSeconds is short: 1200.",
    ["R-052", "C-02"], Documents.KmsiDecember2018 + "; " + Documents.Session2020, "Relying party file",
    ReadingCondition.DaysOverrideSeconds)
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        var session = policy.Settings.Session;
        if (policy.Settings.KeepAlive is not { } days || days <= session || session.TotalSeconds <= 1200) yield break;
        var why = policy.Places.SessionExpiryInSeconds is null ? ", because SessionExpiryInSeconds is absent" : "";
        yield return Found(
            policy.Places.SessionExpiryInSeconds?.At ?? policy.SettingsAt,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Whoever does not tick stays signed in for {session.TotalSeconds:0} seconds"
                + $"{why}; the document advises 1200."),
            "Write <SessionExpiryInSeconds>1200</SessionExpiryInSeconds> if unticked sessions should be short.");
    }
}
