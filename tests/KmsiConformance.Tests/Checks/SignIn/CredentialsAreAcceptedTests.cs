using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class CredentialsAreAcceptedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CredentialsAreAccepted("groceries"))
            .Passes("credentials and then a session", Visited, AskedLogin, Prompt, Posted, Code, Began("groceries"), AppPage)
            .Fails("the same page again", Visited, AskedLogin, Prompt, Posted, Prompt)
            .Fails("a silent sign-in", Visited, AskedLogin, Code, Began("groceries"), AppPage)
            .CannotTell("a page that nobody recognises", Visited, AskedLogin, Prompt, Posted, OddPage)
            .Passes("a page that waited, and then a session", TakenUp, Posted, AskedLogin, Code, Began("groceries"), AppPage)
            .Passes("a page that waited, and then a page of the app's own", TakenUp, Posted, Code, Began("groceries"),
                VisitedWithASession, AppPage)
            .Passes("a page of a site that waited, and then the protected page", TakenUpOnSite, Posted, AskedLogin, Protected)
            .Fails("a page that waited, and comes again", TakenUp, Posted, AskedLogin, Prompt)
            .Fails("a page that waited, and an answer to another app", TakenUp, Posted, CodeOfPharmacy, Began("pharmacy"), PageOfPharmacy)
            .Fails("an answer to another app", Visited, Prompt, Posted, CodeOfPharmacy, Began("pharmacy"), PageOfPharmacy)
            .CannotTell("another app's page that got no answer", TakenUp, Posted, PageOfPharmacy)
            .CannotTell("another app's answer, and a page that nobody recognises", TakenUp, Posted, CodeOfPharmacy, OddPage)
            .CannotTell("another app's answer before anything was typed", TakenUp, CodeOfPharmacy, PageOfPharmacy)
            .CannotTell("a page of another app that waited", TakenUp with { App = "pharmacy" }, Posted, Code, Began("groceries"), AppPage)
            .Passes("credentials and then the protected page", VisitedOnSite, AskedLogin, Prompt, Posted, Protected)
            .Passes("a page of the site's own in between", VisitedOnSite, AskedLogin, Prompt, Posted, HomePage, Protected)
            .Fails("the sign-in page of the site again", VisitedOnSite, AskedLogin, Prompt, Posted, Prompt)
            .CannotTell("a page of the site without a sign of a session", VisitedOnSite, AskedLogin, Prompt, Posted, Unmarked),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
