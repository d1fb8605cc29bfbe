using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieIsSecureTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieIsSecure(Sso, true))
            .Passes("a Secure cookie", Step, Kept, StoreRead)
            .Fails("one that is not", Step, Kept with { Secure = false }, StoreRead)
            .Fails("one that is not beside one for the box that is", Step, Kept with { Secure = false }, KeptApart, StoreRead)
            .CannotTell("a store that was not read", Kept, Step)
            .Or(new CookieIsSecure(Sso, false))
            .Passes("one that is not, as demanded", Step, Kept with { Secure = false }, StoreRead)
            .Fails("a Secure cookie where none is demanded", Step, Kept, StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
