using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieIsPartitionedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieIsPartitioned(Sso, false))
            .Passes("a cookie of the common store", Step, Kept, StoreRead)
            .Fails("one in a partition", Step, KeptInAPartition, StoreRead)
            .CannotTell("a browser that does not say", Step, Kept, Untold)
            .CannotTell("a store that was not read", Kept, Step)
            .Or(new CookieIsPartitioned(Sso, true))
            .Passes("a cookie in a partition", Step, KeptInAPartition, StoreRead)
            .Fails("one of the common store", Step, Kept, StoreRead)
            .CannotTell("another browser that does not say", Step, KeptInAPartition, Untold),
    ];

    private static CookiesRead Untold => StoreRead with { PartitionsAreUntold = true };

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
