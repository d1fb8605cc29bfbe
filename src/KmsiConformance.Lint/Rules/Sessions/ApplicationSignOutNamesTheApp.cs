using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Sessions;

/// <summary>The redirect works and the session stays: the sign-out that is not one (P-05).</summary>
internal sealed class ApplicationSignOutNamesTheApp() : PolicyRule(
    "KMSI039", Severity.Info, "Under Scope=\"Application\" apps name themselves when they sign out.",
    ["R-063", "R-099", "P-05"], Documents.Session2020, "Configure session behavior, Single sign-on; Sign-out")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Settings.Scope != SsoScope.Application || policy.Settings.EnforceIdTokenHintOnLogout) yield break;
        yield return Found(
            policy.Places.Scope!.At,
            "Scope is \"Application\" and no ID token is required at sign-out: a sign-out request without client_id returns to the app "
            + "and leaves the session alive.",
            "Let every app send client_id in its sign-out request, or set EnforceIdTokenHintOnLogout=\"true\".");
    }
}
