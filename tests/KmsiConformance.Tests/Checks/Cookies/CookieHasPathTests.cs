using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieHasPathTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieHasPath(Sso, "/"))
            .Passes("the path", Step, Kept, StoreRead)
            .Fails("a path below it", Step, Kept with { Path = "/demo" }, StoreRead)
            .Fails("another cookie of the role with another path", Step, Kept, Kept with { Path = "/demo" }, StoreRead)
            .Fails("no cookie", Step, StoreRead)
            .CannotTell("a store that was not read", Kept, Step)
            .Or(new CookieHasPath(Sso, "/demo"))
            .Fails("the path above", Step, Kept, StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
