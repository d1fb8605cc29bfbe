using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieIsStoredTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieIsStored(Sso))
            .Passes("a cookie of the role", Step, Kept, StoreRead)
            .Fails("a cookie that has gone", Step, Kept, Kept with { Change = "gone" }, StoreRead)
            .Fails("a cookie of another role", Step, Kept with { Role = "app-session" }, StoreRead)
            .Passes("a cookie of an earlier step", Kept, Step, StoreRead)
            .Passes("a cookie that has gone and come again", Kept, Kept with { Change = "gone" }, Step, Kept, StoreRead)
            .Fails("a cookie on another device", Elsewhere(Kept), Step, StoreRead)
            .CannotTell("a store that was not read", Kept, Step)
            .CannotTell("a store that was read in an earlier step", Kept, StoreRead, Step)
            .Or(new CookieIsStored(new MeantCookie(null, Name: "x-ms-*_0")))
            .Passes("a cookie whose name fits", Step, Kept with { Role = null }, StoreRead)
            .Fails("a cookie whose name does not", Step, Kept with { Name = "x-ms-cpim-sso:demo_1" }, StoreRead)
            .Fails("a cookie whose name has other letters", Step, Kept with { Name = "X-ms-cpim-sso:demo_0" }, StoreRead)
            .Or(new CookieIsStored(new MeantCookie("sso", Name: "x-ms-*")))
            .Fails("a cookie of that name and another role", Step, Kept with { Role = null }, StoreRead)
            .Or(new CookieIsStored(AppSessionOfGroceries))
            .Passes("the cookie of the app", Step, AppCookie("groceries"), StoreRead)
            .Fails("that of another app", Step, AppCookie("pharmacy"), StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
