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
            .Fails("a session of the app that nobody asked about", VisitedWithASession, AppPage)
            .CannotTell("a page that nobody recognises", Visited, AskedLogin, OddPage)
            .CannotTell("an app that was never reached", AskedLogin, AppPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
