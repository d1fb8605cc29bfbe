namespace KmsiConformance.Lint.Rules.Sessions;

/// <summary>Without a required ID token the browser goes wherever the request says .</summary>
internal sealed class SignOutChecksTheReturnAddress() : PolicyRule(
    "KMSI040", Severity.Info, "A sign-out request must carry an ID token.",
    ["R-110", "R-114", "P-15", "P-16", "C-11"], Documents.Session2020, "Secure your logout redirect",
    ReadingCondition.Takes("C-11", "only-when-required"))
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.IsForRelyingParties || policy.Settings.EnforceIdTokenHintOnLogout) yield break;
        yield return Found(
            policy.SettingsAt,
            "No ID token is required at sign-out, so the browser is sent to any post_logout_redirect_uri, registered or not.",
            "Set EnforceIdTokenHintOnLogout=\"true\" once every app sends id_token_hint; sign-outs without it then end on an error page.");
    }
}
