using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieWasRenewedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieWasRenewed("sso", null, true))
            .Passes(
                "a later expiry after the visit",
                Kept, Step, Visited, Kept with { Change = "renewed", ExpiresAt = Noon.AddDays(8) }, StoreRead)
            .Fails(
                "another value with the same expiry",
                Kept, Step, Visited, Kept with { Change = "renewed", ValueFingerprint = "11bb" }, StoreRead)
            .Fails("nothing new since the visit", Kept, Step, Visited, StoreRead)
            .Fails(
                "the cookie for the box left alone",
                Kept with { ExpiresAt = null }, KeptApart, Step, Visited, Kept with { Change = "renewed", ExpiresAt = null }, StoreRead)
            .CannotTell("a store that was not read", Kept, Step)
            .Or(new CookieWasRenewed("sso", null, false))
            .Passes("nothing new, as demanded", Kept, Step, Visited, StoreRead)
            .Fails(
                "a partitioned namesake that the visit set, which is another cookie",
                Kept, Step, Visited, KeptInAPartition, StoreRead)
            .Fails(
                "a later expiry where none is demanded",
                Kept, Step, Visited, Kept with { Change = "renewed", ExpiresAt = Noon.AddDays(8) }, StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
