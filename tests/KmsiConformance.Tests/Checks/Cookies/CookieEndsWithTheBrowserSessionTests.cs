using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieEndsWithTheBrowserSessionTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieEndsWithTheBrowserSession(Sso))
            .Passes("a cookie without an expiry", Step, Kept with { ExpiresAt = null }, StoreRead)
            .Fails("a cookie with one", Step, Kept, StoreRead)
            .Fails("no cookie at all", Step, StoreRead)
            .CannotTell("a store that was not read", Kept, Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
