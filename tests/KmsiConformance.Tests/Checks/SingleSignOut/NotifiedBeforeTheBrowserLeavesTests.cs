using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SingleSignOut;

internal sealed class NotifiedBeforeTheBrowserLeavesTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new NotifiedBeforeTheBrowserLeaves()).Given(ReadyApps)
            .Passes("a call before the return", SignOutBegan, AtLogout, Told("pharmacy"), Back)
            .Passes("a browser that stays", SignOutBegan, AtLogout, Told("pharmacy"))
            .Fails("a call after the return", SignOutBegan, AtLogout, Back, Told("pharmacy"))
            .CannotTell("no call", SignOutBegan, AtLogout, Back),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
