using KmsiConformance.Checks.SignIn;
using KmsiConformance.Checks;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class NobodyIsSignedInTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new NobodyIsSignedIn("groceries"))
            .Passes("a page that asks for credentials", Back, Visited, AskedLogin, Prompt)
            .Passes("an error page of the login endpoint", Back, AskedLogin, ErrorPage)
            .Passes("the page for signed-out users", Back, AskedLogin, SignedOutPage)
            .Passes("an error that the app received", Back, AskedLogin, OAuthError("login_required"), AppPage)
            .Fails("a session of the app that begins", Back, Visited, AskedLogin, Code, Began("groceries"), AppPage)
            .Fails("a session of another app that begins", Back, Began("pharmacy"), Prompt)
            .Fails("a session that the app still has", Back, VisitedWithASession, AppPage)
            .Fails("a code that the app cannot use", Back, AskedLogin, Code with { StateMatches = false }, AppPage)
            .Fails("a protected page of a site", Back, VisitedOnSite, AskedLogin, Protected)
            .Fails("a protected page out of the browser's store", Back, VisitedOnSite, Protected with { IsStored = true })
            .Passes("a session that another app still has", Back, new AppVisited("pharmacy", true), Prompt)
            .Passes("a page on the way to the one that was meant", Back, VisitedWithASession, AppPage, Back, AskedLogin, Prompt)
            .Fails("a code after the last page on the way", Back, Prompt, Back, Code, Prompt)
            .CannotTell("an error page of a login endpoint that fails", Back, AskedLogin with { Status = 500 }, ErrorPage)
            .CannotTell("an error of a login endpoint that fails", Back, AskedLogin, OAuthError("server_error"), AppPage)
            .CannotTell("an answer that came another way", Back, AskedLogin, OAuthError("response-mode-mismatch"), AppPage)
            .CannotTell("a choice of accounts", Back, AskedLogin, Choice)
            .CannotTell("a sign-in page out of the browser's store", Back, Prompt with { IsStored = true })
            .CannotTell("an app's page out of the browser's store", Back, OAuthError("any"), AppPage with { IsStored = true })
            .CannotTell("a page of an app", Back, AppPage)
            .CannotTell("a page of a provider that asks", Back, ProviderPage)
            .CannotTell("a page that nobody recognises", Back, OddPage)
            .CannotTell("no page", Back, AskedLogin)
            .CannotTell("a page of an earlier step", Back, Prompt, Step, Back),
    ];

    private static WentBack Back => new();

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
