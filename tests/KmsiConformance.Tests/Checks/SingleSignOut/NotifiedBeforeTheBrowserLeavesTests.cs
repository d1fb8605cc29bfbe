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
            .Passes("a call before the return, from an app's own page on", SignOutBegan, AtApp, AtLogout, Told("pharmacy"), Back)
            .Passes("a call before the return, from two pages of an app on", SignOutBegan, AtApp, AtApp, AtLogout, Told("pharmacy"), Back)
            .Passes(
                "a call before the return, after a frame of the login endpoint",
                SignOutBegan, AtLogout with { Context = "frame" }, AtApp, AtLogout, Told("pharmacy"), Back)
            .Passes("a call after a frame of another site", SignOutBegan, AtLogout, AtStranger with { Context = "frame" }, Told("pharmacy"))
            .Passes("a call between two pages of the login endpoint", SignOutBegan, AtLogout, AtLogout, Told("pharmacy"), Back)
            .Fails("a call after the browser went elsewhere", SignOutBegan, AtLogout, AtStranger, Told("pharmacy"))
            .Fails("a call after the browser had left and come again", SignOutBegan, AtLogout, Back, AtLogout, Told("pharmacy"), Back)
            .Fails("a call after the return", SignOutBegan, AtLogout, Back, Told("pharmacy"))
            .CannotTell("no call", SignOutBegan, AtLogout, Back),
    ];

    private static RequestCompleted AtApp => AtLogout with { Url = "https://groceries.localhost/", Site = "groceries" };

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
