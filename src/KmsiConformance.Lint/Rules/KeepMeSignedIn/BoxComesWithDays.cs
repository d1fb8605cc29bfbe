namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>A box without effect: the user ticks it, closes the browser and is asked again.</summary>
internal sealed class BoxComesWithDays() : PolicyRule(
    "KMSI070", Severity.Warning, "A page with the box belongs to a policy with KeepAliveInDays.",
    ["R-039", "R-040", "R-051", "P-07"], Documents.All, "Relying party file")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.IsForRelyingParties || !policy.Offer.Offered || policy.Settings.KeepAliveInDays is > 0 or < 0) yield break;
        yield return Found(
            policy.Places.KeepAliveInDays?.At ?? policy.SettingsAt,
            $"The page shows the box ({policy.Offer.Because}), but KeepAliveInDays is "
            + $"{policy.Settings.KeepAliveInDays?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "absent, which means 0"}"
                + ": ticking it has no effect.",
            "Write KeepAliveInDays=\"7\" or another number on SingleSignOn, or take the box off the page.");
    }
}
