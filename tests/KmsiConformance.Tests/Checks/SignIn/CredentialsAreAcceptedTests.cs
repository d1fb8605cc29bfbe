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
            .Passes("credentials and then the protected page", VisitedOnSite, AskedLogin, Prompt, Posted, Protected)
            .Passes("a page of the site's own in between", VisitedOnSite, AskedLogin, Prompt, Posted, HomePage, Protected)
            .Fails("the sign-in page of the site again", VisitedOnSite, AskedLogin, Prompt, Posted, Prompt)
            .CannotTell("a page of the site without a sign of a session", VisitedOnSite, AskedLogin, Prompt, Posted, Unmarked),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
