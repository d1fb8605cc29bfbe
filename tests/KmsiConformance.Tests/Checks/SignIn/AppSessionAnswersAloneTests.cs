using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class AppSessionAnswersAloneTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new AppSessionAnswersAlone("groceries"))
            .Passes("a session of the app, and no request to the login endpoint", VisitedWithASession, AppPage)
            .Fails("an app without a session that signs in silently", Visited, AskedLogin, Code, Began("groceries"), AppPage)
            .Fails("a page that asks for credentials", Visited, AskedLogin, Prompt)
            .CannotTell("a session of the app and yet a request to the login endpoint", VisitedWithASession, AskedLogin, AppPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
