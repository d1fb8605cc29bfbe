namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>A session profile that is not defined stops the upload.</summary>
internal sealed class SessionProfileExists() : PolicyRule(
    "KMSI113", Severity.Error, "The session management profiles that technical profiles refer to exist.",
    ["R-107", "R-081", "C-16"], Documents.Session2020, "Single sign-out")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.Merged.IsComplete) yield break;
        foreach (var profile in policy.Merged.Blocks.All("TechnicalProfile"))
        {
            if (profile.Child("UseTechnicalProfileForSessionManagement")?.Attribute("ReferenceId") is not { } session
                || policy.Merged.TechnicalProfile(session.Value) is not null)
                continue;
            yield return Found(
                session.At,
                $"{profile["Id"].Quote()} refers to the session profile {session.Value.Quote()}, which does not exist.",
                "Define it in this policy or a base, or mend the name.");
        }
    }
}
