using KmsiConformance.Checks;
using KmsiConformance.Checks.SignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignOut;

internal sealed class SignOutGoesWhereItWasToldTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SignOutGoesWhereItWasTold("groceries"))
            .Passes("a stranger's site", AtLogout, AtStranger, OddPage)
            .Passes("an address that is none of the web", AtLogout, SignedOutPage with { Kind = "left", Url = "com.example.app://out" })
            .Fails("an error page", AtLogout, ErrorPage)
            .CannotTell("a page that nobody recognises", AtLogout, OddPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
