using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SingleSignOut;

internal sealed class AppIsNotNotifiedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new AppIsNotNotified("pharmacy")).Given(ReadyApps)
            .Passes("a call to another app", SignOutBegan, AtLogout, Told("bakery"))
            .Fails("a call", SignOutBegan, AtLogout, Told("pharmacy"))
            .CannotTell("a sign-out that did not reach the login endpoint", SignOutBegan),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
