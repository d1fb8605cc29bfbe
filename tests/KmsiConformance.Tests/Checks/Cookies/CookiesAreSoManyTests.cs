using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookiesAreSoManyTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookiesAreSoMany(Sso, 1))
            .Passes("one", Step, Kept, StoreRead)
            .Passes("one that was renewed", Step, Kept, Kept with { Change = "renewed" }, StoreRead)
            .Passes("one, and another that is gone", Step, Kept, Second, Second with { Change = "gone" }, StoreRead)
            .Fails("two of the name", Step, Kept, Second, StoreRead)
            .Fails("two that differ in their partition", Step, Kept, KeptInAPartition, StoreRead)
            .Fails("none", Step, StoreRead)
            .CannotTell("a store that was not read", Kept, Step)
            .Or(new CookiesAreSoMany(Sso, 2))
            .Passes("two", Step, Kept, Second, StoreRead)
            .Fails("one where two are demanded", Step, Kept, StoreRead)
            .Fails("three", Step, Kept, Second, KeptApart, StoreRead),
    ];

    private static CookieChanged Second => Kept with { Path = "/demo" };

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
