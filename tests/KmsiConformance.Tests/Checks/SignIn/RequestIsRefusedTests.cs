using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class RequestIsRefusedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new RequestIsRefused("groceries"))
            .Passes("an error page of the login endpoint", Visited, AskedLogin, ErrorPage)
            .Passes("an error that the app receives", Visited, AskedLogin, OAuthError("RequestDenied"), AppPage)
            .Fails("an answer out of the session", Visited, AskedLogin, Code, Began("groceries"), AppPage)
            .Fails("an answer that the app had to refuse", Visited, AskedLogin, Code, new AppRejectedTokens("groceries", "late"), AppPage)
            .Fails("a sign-in", Visited, AskedLogin, Prompt, Posted, Code, Began("groceries"), AppPage)
            .CannotTell("a page that asks for credentials", Visited, AskedLogin, Prompt)
            .CannotTell("an answer to somebody else's request", Visited, AskedLogin, Code with { StateMatches = false }, AppPage)
            .CannotTell("a session of the app's own", VisitedWithASession, AppPage)
            .CannotTell("a login endpoint that has broken down", Visited, AskedLogin with { Status = 500 }, ErrorPage)
            .CannotTell("an address that is not there", Visited, AskedLogin with { Status = 404 }, ErrorPage)
            .CannotTell("the error of a request that was believed", Visited, AskedLogin, OAuthError("NoPassive"), AppPage)
            .CannotTell("an error of a login endpoint that fails", Visited, AskedLogin, OAuthError("server_error"), AppPage)
            .CannotTell("a page that nobody knows", Visited, AskedLogin, OddPage)
            .CannotTell("no page at all", Visited, AskedLogin),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
