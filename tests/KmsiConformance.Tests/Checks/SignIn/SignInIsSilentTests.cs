using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class SignInIsSilentTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SignInIsSilent("groceries"))
            .Passes("a fresh code with no page in between", Visited, AskedLogin, Code, Began("groceries"), AppPage)
            .Fails("a page that asks for credentials", Visited, AskedLogin, Prompt)
            .Passes("a page on the way back", new WentBack(), VisitedWithASession, AppPage, new WentBack(), Visited, AskedLogin, Code,
                Began("groceries"), AppPage)
            .CannotTell("a page that the browser had stored", Visited, AskedLogin, Prompt with { IsStored = true })
            .Fails("a session of the app that nobody asked about", VisitedWithASession, AppPage)
            .CannotTell("a page that nobody recognises", Visited, AskedLogin, OddPage)
            .CannotTell("an app that was never reached", AskedLogin, AppPage)
            .CannotTell("a silent sign-in of an earlier step", Visited, AskedLogin, Code, Began("groceries"), AppPage, Step)
            .Passes("the protected page of a site", VisitedOnSite, AskedLogin, Protected)
            .Fails("the sign-in page of a site", VisitedOnSite, AskedLogin, Prompt)
            .Fails("an error page of a site", VisitedOnSite, AskedLogin, ErrorPage)
            .Fails("the protected page after credentials", VisitedOnSite, AskedLogin, Prompt, Posted, Protected)
            .CannotTell("another page of a site", VisitedOnSite, AskedLogin, HomePage)
            .CannotTell("a page at the protected address without a sign of a session", VisitedOnSite, AskedLogin, Unmarked)
            .CannotTell("the protected page of another app", VisitedOnSite, AskedLogin, Protected with { ProtectedBy = ["pharmacy"] })
            .CannotTell("the protected page after one that asked and nobody answered", VisitedOnSite, AskedLogin, Prompt, Protected)
            .CannotTell("the protected page after consent that nobody had asked for", VisitedOnSite, QuestionAnswered, Protected)
            .CannotTell("a protected page that the browser had stored", VisitedOnSite, AskedLogin, Protected with { IsStored = true })
            .CannotTell("a site that shows nothing", VisitedOnSite, AskedLogin)
            .Passes("a notice of a site that was put away", VisitedOnSite, Notice, NoticeRead, Protected)
            .Passes("a notice of a site that was left alone", VisitedOnSite, Notice, Protected)
            .CannotTell("a question after a notice", VisitedOnSite, Notice, NoticeRead, QuestionAnswered, Protected)
            .CannotTell("a home page before the protected one", VisitedOnSite, HomePage, Protected)
            .Fails("a user name that was asked for", VisitedOnSite, Prompt, new UserNamePosted("login", "alice"), Protected)
            .CannotTell("a site's page of which the app is a neighbour", VisitedOnSite, HomePage with { ProtectedBy = ["groceries"] }),
    ];

    private static PageShown Notice => HomePage with { Kind = "notice" };

    private static InterruptAnswered NoticeRead => QuestionAnswered with { Interrupt = "notice" };

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
