namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>An app without one is never told .</summary>
internal sealed class AppHasALogoutUrl() : AppRule(
    "KMSI122", Severity.Info, "An app that takes part in single sign-out has a Logout URL.",
    ["R-101", "R-105", "P-12"], Documents.Session2020, "Single sign-out", ReadingCondition.SingleSignOut)
{
    public override IEnumerable<Finding> Check(AppManifest app)
    {
        if (app.LogoutUrl is not null) yield break;
        yield return Found(
            app.At, $"App {app.AppId} has no Logout URL: its users stay signed in to it when they sign out elsewhere.",
            "Register the address that ends the app's session, if it should take part.");
    }
}
