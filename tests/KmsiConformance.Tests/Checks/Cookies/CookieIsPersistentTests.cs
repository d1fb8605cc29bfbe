using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieIsPersistentTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieIsPersistent(Sso))
            .Passes("a cookie with an expiry", Step, Kept, StoreRead)
            .Fails("a cookie without", Step, Kept with { ExpiresAt = null }, StoreRead)
            .Fails("one of two without", Step, Kept, Kept with { Name = "x-ms-cpim-sso:demo_1", ExpiresAt = null }, StoreRead)
            .Passes("a cookie of its own for the box", Step, Kept with { ExpiresAt = null }, KeptApart, StoreRead)
            .Fails("one for the box without an expiry", Step, Kept, KeptApart with { ExpiresAt = null }, StoreRead)
            .CannotTell("a store that was not read", Kept, Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
