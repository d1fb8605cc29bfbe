using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>Before 2020 no document knew the setting: the page alone decides, and false does not hide the box (C-05).</summary>
internal sealed class HiddenBoxIsHidden() : PolicyRule(
    "KMSI080", Severity.Warning, "A policy does not rely on setting.enableRememberMe to hide the box.",
    ["R-034", "R-038", "C-05", "P-04"], Documents.KmsiUntil2018, "Content definition", ReadingCondition.BoxByPage)
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.Offer.Offered) yield break;
        foreach (var profile in policy.Merged.LocalSignIns())
        {
            if (policy.Merged.Metadata(profile, KmsiOffer.Setting) is not { } setting || setting.IsTrue()) continue;
            yield return Found(
                setting.At,
                $"{KmsiOffer.Setting} is {setting.Value.Quote()} on {profile.Quote()}, but by this document the page alone decides, and "
                + "it shows the box.",
                "Let the first step refer to a content definition without the box.");
        }
    }
}
