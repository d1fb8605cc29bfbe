namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>The page that calls it is https; a browser loads nothing else into its frames, and no fragment reaches a server.</summary>
internal sealed class LogoutUrlIsReachableInAFrame() : AppRule(
    "KMSI123", Severity.Warning, "An app's Logout URL is an https address without a fragment.",
    ["R-102", "R-105", "P-13", "P-14", "C-14"], Documents.Session2020, "Single sign-out", ReadingCondition.Takes("C-14", "get"))
{
    public override IEnumerable<Finding> Check(AppManifest app)
    {
        if (app.LogoutUrl is not { } logout) yield break;
        var isAddress = Uri.TryCreate(logout.Value, UriKind.Absolute, out var address);
        if (isAddress && address!.Scheme == Uri.UriSchemeHttps && address.Fragment.Length == 0) yield break;
        yield return Found(
            logout.At,
            $"The Logout URL of app {app.AppId} is {logout.Value.Quote()}"
            + (isAddress && address!.Fragment.Length > 0
                ? ", whose fragment never reaches a server."
                : ", which a sign-out page on https cannot call."),
            "Register an https address without a fragment.");
    }
}
