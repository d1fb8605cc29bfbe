using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>Only the combined page has the box; on a self-asserted page the setting does nothing (P-18).</summary>
internal sealed class BoxIsOnAPageThatHasOne() : PolicyRule(
    "KMSI072", Severity.Warning, "setting.enableRememberMe stands on a profile whose page type has the box.",
    ["R-035", "R-037", "P-18"], Documents.Session2020, "Configure the page identifier", ReadingCondition.BoxByMetadata)
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        foreach (var profile in policy.Merged.Blocks.All("TechnicalProfile").Select(p => p["Id"]).OfType<string>())
        {
            if (policy.Merged.Metadata(profile, KmsiOffer.Setting) is not { } setting || !setting.IsTrue()) continue;
            if (policy.Merged.Metadata(profile, "ContentDefinitionReferenceId") is not { } page
                || policy.Merged.DataUri(page.Value) is not { } uri)
                continue;
            if (PageIdentifier.Parse(uri.Value) is not { } identifier || identifier.PageType is "unifiedssp" or "unifiedssd") continue;
            yield return Found(
                setting.At,
                $"{profile.Quote()} asks for the box on {page.Value.Quote()}, which is of type {identifier.PageType}. That page has none.",
                "Set it on the local account sign-in of a CombinedSignInAndSignUp step, whose page is of type unifiedssp.");
        }
    }
}
