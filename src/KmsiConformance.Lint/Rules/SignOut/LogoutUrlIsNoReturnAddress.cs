namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>
/// C-10: the 2020 document tells its readers to type the return address into the Logout URL box, while the address that
/// is told about sign-outs stands there. What is registered for replies is where a sign-out returns to.
/// </summary>
internal sealed class LogoutUrlIsNoReturnAddress() : AppRule(
    "KMSI121", Severity.Warning, "An app's Logout URL is the address that is told about sign-outs, not the one to return to.",
    ["R-105", "R-116", "C-10"], Documents.Session2020, "Single sign-out; Secure your logout redirect",
    ReadingCondition.Takes("C-10", "reply-address"))
{
    public override IEnumerable<Finding> Check(AppManifest app)
    {
        if (app.LogoutUrl is not { } logout) yield break;
        if (app.ReplyAddresses.All(r =>
                !string.Equals(r.Value.TrimEnd('/'), logout.Value.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)))
            yield break;
        yield return Found(
            logout.At,
            $"The Logout URL of app {app.AppId} is {logout.Value.Quote()}, which is also one of its reply addresses: a page to return "
            + "to does not end the app's session when it is called in a frame.",
            "Register the address that ends the app's session and answers 200; keep the return address among the reply addresses.");
    }
}
