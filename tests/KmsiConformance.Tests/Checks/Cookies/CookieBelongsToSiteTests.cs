using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieBelongsToSiteTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieBelongsToSite(Sso, "login"))
            .Passes("a cookie of the login endpoint's host", Step, Kept, StoreRead)
            .Fails("one of every host below it", Step, Kept with { Domain = ".login.localhost" }, StoreRead)
            .Fails("one of another site", Step, Kept with { Site = "groceries", Domain = "groceries.localhost" }, StoreRead)
            .CannotTell("a store that was not read", Kept, Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
