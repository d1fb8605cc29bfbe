using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SingleSignOut;

internal sealed class AppIsNotifiedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new AppIsNotified("pharmacy", 1)).Given(ReadyApps)
            .Passes("one call", SignOutBegan, AtLogout, Told("pharmacy"), Back)
            .Fails("no call", SignOutBegan, AtLogout, Back)
            .Fails("two calls", SignOutBegan, AtLogout, Told("pharmacy"), Told("pharmacy"), Back)
            .Fails("a call of the sign-out before", SignOutBegan, AtLogout, Told("pharmacy"), SignOutBegan, AtLogout)
            .Passes("one call in an earlier step", SignOutBegan, AtLogout, Told("pharmacy"), Back, Step)
            .CannotTell("nobody who signs out", Told("pharmacy"))
            .CannotTell("somebody who signs out on another device",
                Elsewhere(SignOutBegan), Elsewhere(AtLogout), Elsewhere(Told("pharmacy")), Step)
            .CannotTell("a frame at the login endpoint", SignOutBegan, AtLogout with { Context = "frame" }, Told("pharmacy"))
            .CannotTell("a sign-out that went elsewhere", SignOutBegan, AtStranger, Told("pharmacy"))
            .CannotTell("a sign-out that did not reach the login endpoint", SignOutBegan, Told("pharmacy"))
            .Or(new AppIsNotified("silent", 1))
            .CannotTell("an app that has nothing to call", SignOutBegan, AtLogout),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
