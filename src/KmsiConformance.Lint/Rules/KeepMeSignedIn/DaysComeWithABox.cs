using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>The reverse: days that nobody can ask for.</summary>
internal sealed class DaysComeWithABox() : PolicyRule(
    "KMSI071", Severity.Warning, "A policy with KeepAliveInDays has a page with the box.",
    ["R-034", "R-035", "R-037", "R-051", "C-05", "P-04"], Documents.All,
    "Content definition; Metadata of the self-asserted technical profile (2020)")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.KeepsSignedIn || policy.Offer.Offered || !policy.Merged.IsComplete || policy.Merged.Steps.Count == 0) yield break;
        yield return Found(
            policy.Places.KeepAliveInDays!.At,
            $"KeepAliveInDays is {policy.Settings.KeepAliveInDays}, but the page shows no box: {policy.Offer.Because}.",
            policy.Readings.BoxNeedsMetadata
                ? $"Use page type unifiedssp 1.1.0 or above in the first step, and set {KmsiOffer.Setting} to True on its local account "
                    + "sign-in."
                : "Let the first step refer to a content definition whose DataUri is urn:com:microsoft:aad:b2c:elements:unifiedssp:1.1.0.");
    }
}
