using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class ErrorReachesTheAppTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new ErrorReachesTheApp("groceries", "interaction_required"))
            .Passes("the error demanded", Visited, AskedLogin, OAuthError("interaction_required"), AppPage)
            .Fails("another error", Visited, AskedLogin, OAuthError("server_error"), AppPage)
            .Fails("an error page of the login endpoint", Visited, AskedLogin, ErrorPage)
            .Fails("a silent sign-in", Visited, AskedLogin, Code, Began("groceries"), AppPage)
            .CannotTell("no page at all", Visited, AskedLogin)
            .Or(new ErrorReachesTheApp("groceries", ErrorReachesTheApp.Any))
            .Passes("whatever error", Visited, AskedLogin, OAuthError("account_selection_required"), AppPage)
            .Fails("the error of a login endpoint that fails", Visited, AskedLogin, OAuthError("server_error"), AppPage)
            .Fails("an error page where any error will do", Visited, AskedLogin, ErrorPage)
            .Fails("an error page of a site where any error will do", VisitedOnSite, AskedLogin, ErrorPage)
            .Passes("tokens that the app had to refuse", Visited, AskedLogin, Code, new AppRejectedTokens("groceries", "nonce"), AppPage)
            .Fails("an answer with a state that was not sent", Visited, AskedLogin, Code with { StateMatches = false }, AppPage)
            .Fails("a refusal with its reason at the top", Visited, AskedLogin, OAuthError("status-out-of-place"), AppPage)
            .Or(new ErrorReachesTheApp("groceries", "NoPassive"))
            .Passes("the status demanded", Visited, AskedLogin, OAuthError("NoPassive"), AppPage)
            .Fails("another status", Visited, AskedLogin, OAuthError("Responder"), AppPage)
            .Fails("that status at the top", Visited, AskedLogin, OAuthError("status-out-of-place"), AppPage)
            .Or(new ErrorReachesTheApp("groceries", "tokens-refused"))
            .Passes("refused tokens by their name", Visited, AskedLogin, Code, new AppRejectedTokens("groceries", "nonce"), AppPage)
            .Or(new ErrorReachesTheApp("groceries", "state-mismatch"))
            .Passes("a foreign state by its name", Visited, AskedLogin, Code with { StateMatches = false }, AppPage)
            .Or(new ErrorReachesTheApp("groceries", "error-page"))
            .Passes("an error page by its name", Visited, AskedLogin, ErrorPage)
            .Or(new ErrorReachesTheApp("groceries", ErrorReachesTheApp.Any))
            .Fails("a silent sign-in where any error will do", Visited, AskedLogin, Code, Began("groceries"), AppPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
