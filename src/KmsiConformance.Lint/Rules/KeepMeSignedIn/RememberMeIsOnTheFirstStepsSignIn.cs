using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>The setting is looked for on the profile that the first step signs in with, and nowhere else.</summary>
internal sealed class RememberMeIsOnTheFirstStepsSignIn() : PolicyRule(
    "KMSI079", Severity.Warning, "setting.enableRememberMe stands on the local account sign-in of the journey's first step.",
    ["R-037"], Documents.Session2020, "Metadata of the self-asserted technical profile", ReadingCondition.BoxByMetadata)
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.KeepsSignedIn || !policy.Merged.IsComplete || policy.Merged.Steps.Count == 0) yield break;
        var signIns = policy.Merged.LocalSignIns().ToList();
        if (signIns.Any(p => policy.Merged.Metadata(p, KmsiOffer.Setting) is not null)) yield break;
        foreach (var profile in policy.Merged.Blocks.All("TechnicalProfile")
                .Select(p => p["Id"])
                .OfType<string>()
                .Except(signIns, StringComparer.Ordinal))
        {
            if (policy.Merged.Metadata(profile, KmsiOffer.Setting) is not { } setting || !setting.IsTrue()) continue;
            yield return Found(
                setting.At,
                $"{profile.Quote()} has {KmsiOffer.Setting}, but the first step of {policy.Merged.DefaultJourney!.Value.Quote()} signs "
                + $"in with {signIns.List()}.",
                signIns.Count > 0 ? $"Move the item to {signIns[0]}." : "Let the first step sign in with a local account.");
        }
    }
}
