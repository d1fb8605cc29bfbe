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
        .. Of(new CookieIsStored("sso", null))
            .Passes("a cookie of the role", Step, Kept, StoreRead)
            .Fails("a cookie that has gone", Step, Kept, Kept with { Change = "gone" }, StoreRead)
            .Fails("a cookie of another role", Step, Kept with { Role = "app-session" }, StoreRead)
            .Passes("a cookie of an earlier step", Kept, Step, StoreRead)
            .Passes("a cookie that has gone and come again", Kept, Kept with { Change = "gone" }, Step, Kept, StoreRead)
            .Fails("a cookie on another device", Elsewhere(Kept), Step, StoreRead)
            .CannotTell("a store that was not read", Kept, Step)
            .CannotTell("a store that was read in an earlier step", Kept, StoreRead, Step)
            .Or(new CookieIsStored("app-session", "groceries"))
            .Passes("the cookie of the app", Step, AppCookie("groceries"), StoreRead)
            .Fails("that of another app", Step, AppCookie("pharmacy"), StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
