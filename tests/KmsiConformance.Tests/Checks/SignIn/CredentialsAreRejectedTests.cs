using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class CredentialsAreRejectedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CredentialsAreRejected("groceries"))
            .Passes("the same page again", Visited, AskedLogin, Prompt, Posted, Prompt with { Message = "wrong" })
            .Fails("credentials and then a session", Visited, AskedLogin, Prompt, Posted, Code, Began("groceries"), AppPage)
            .Fails("a page that nobody filled in", Visited, AskedLogin, Prompt)
            .CannotTell("a page that nobody recognises", Visited, AskedLogin, Prompt, Posted, OddPage)
            .Passes("the sign-in page of a site again", VisitedOnSite, AskedLogin, Prompt, Posted, Prompt)
            .Passes("the page of a site again after the user name", VisitedOnSite, Prompt, new UserNamePosted("login", "alice"), Prompt)
            .Fails("the sign-in page of a site that nobody filled in", VisitedOnSite, AskedLogin, Prompt)
            .Fails("the protected page of a site", VisitedOnSite, AskedLogin, Prompt, Posted, Protected),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
