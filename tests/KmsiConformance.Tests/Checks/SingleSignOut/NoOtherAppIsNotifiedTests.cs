using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SingleSignOut;

internal sealed class NoOtherAppIsNotifiedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new NoOtherAppIsNotified()).Given(ReadyApps)
            .Passes("calls to those that take part", Began("pharmacy"), SignOutBegan, AtLogout, Told("pharmacy"))
            .Fails("a call to one that does not", Began("pharmacy"), SignOutBegan, AtLogout, Told("pharmacy"), Told("bakery"))
            .CannotTell("nobody who signs out", Began("pharmacy")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
