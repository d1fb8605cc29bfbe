using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SingleSignOut;

internal sealed class EveryAppOfTheSessionIsNotifiedOnceTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new EveryAppOfTheSessionIsNotifiedOnce()).Given(ReadyApps)
            .Passes(
                "a call to each that takes part",
                Began("groceries"), Began("pharmacy"), Began("silent"), SignOutBegan, AtLogout, Told("pharmacy"))
            .Passes(
                "a call to those of this session",
                Began("bakery"), SignOutBegan, AtLogout, Began("pharmacy"), SignOutBegan, AtLogout, Told("pharmacy"))
            .Passes(
                "a call to those who took part until then",
                Began("pharmacy"), SignOutBegan, AtLogout, Told("pharmacy"), Step, Began("bakery"))
            .Fails("one that was left out", Began("pharmacy"), Began("bakery"), SignOutBegan, AtLogout, Told("pharmacy"))
            .Fails("one that was called twice", Began("pharmacy"), SignOutBegan, AtLogout, Told("pharmacy"), Told("pharmacy"))
            .CannotTell("nobody who could be called", Began("groceries"), Began("silent"), SignOutBegan, AtLogout),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
