using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieIsSameSiteTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieIsSameSite(Sso, "lax-or-strict"))
            .Passes("a cookie that says Lax", Step, Kept with { SameSite = "Lax" }, StoreRead)
            .Passes("a cookie that says Strict", Step, Kept with { SameSite = "Strict" }, StoreRead)
            .Fails("a cookie that says None", Step, Kept, StoreRead)
            .Fails("a cookie that says nothing", Step, Kept with { SameSite = "" }, StoreRead)
            .CannotTell("a store that was not read", Kept, Step)
            .Or(new CookieIsSameSite(Sso, "strict"))
            .Fails("None where Strict is demanded", Step, Kept, StoreRead)
            .Or(new CookieIsSameSite(Sso, "none"))
            .Passes("a cookie that says None where that is demanded", Step, Kept, StoreRead)
            .Fails("a cookie that says nothing where None is demanded", Step, Kept with { SameSite = "" }, StoreRead)
            .Or(new CookieIsSameSite(Sso, "strict"))
            .Fails("Lax where Strict is demanded", Step, Kept with { SameSite = "Lax" }, StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
