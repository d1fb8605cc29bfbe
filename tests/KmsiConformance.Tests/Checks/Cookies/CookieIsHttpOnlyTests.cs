using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieIsHttpOnlyTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieIsHttpOnly(Sso, true))
            .Passes("an HttpOnly cookie", Step, Kept, StoreRead)
            .Fails("one that is not", Step, Kept with { HttpOnly = false }, StoreRead)
            .CannotTell("a store that was not read", Kept, Step)
            .Or(new CookieIsHttpOnly(Sso, false))
            .Passes("one that is not, as demanded", Step, Kept with { HttpOnly = false }, StoreRead)
            .Fails("an HttpOnly cookie where none is demanded", Step, Kept, StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
