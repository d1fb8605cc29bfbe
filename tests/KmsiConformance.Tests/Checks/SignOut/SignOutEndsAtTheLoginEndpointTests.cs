using KmsiConformance.Checks;
using KmsiConformance.Checks.SignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignOut;

internal sealed class SignOutEndsAtTheLoginEndpointTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SignOutEndsAtTheLoginEndpoint("groceries"))
            .Passes("its own page for signed-out users", AtLogout, SignedOutPage)
            .Fails("a return to the app", AtLogout, Back, AppPage)
            .Fails("an error page", AtLogout, ErrorPage)
            .CannotTell("a page that nobody recognises", AtLogout, OddPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
