using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class CredentialsAreAskedForTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CredentialsAreAskedFor("groceries"))
            .Passes("the credential page of the login endpoint", Visited, AskedLogin, Prompt)
            .Fails("a silent sign-in", Visited, AskedLogin, Code, Began("groceries"), AppPage)
            .Fails("credentials that were rejected", Visited, AskedLogin, Prompt, Posted, Prompt)
            .CannotTell("the credential page of a stranger", Visited, AskedLogin, Prompt with { Site = "stranger.localhost" })
            .Passes("the sign-in page of a site", VisitedOnSite, AskedLogin, Prompt)
            .Fails("the protected page of a site", VisitedOnSite, AskedLogin, Protected)
            .CannotTell("another page of a site", VisitedOnSite, AskedLogin, HomePage)
            .CannotTell("a sign-in page that the browser had stored", VisitedOnSite, AskedLogin, Prompt with { IsStored = true })
            .CannotTell("a page at the protected address without a sign of a session", VisitedOnSite, AskedLogin, Unmarked)
            .CannotTell("the sign-in page of a stranger for that of a site", VisitedOnSite, Prompt with { Site = "stranger.localhost" }),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
