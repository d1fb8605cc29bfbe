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
        .. Of(new CookieWasRenewed(Sso, true))
            .Passes(
                "a later expiry after the visit",
                Kept, Step, Visited, Kept with { Change = "renewed", ExpiresAt = Noon.AddDays(8) }, StoreRead)
            .Fails(
                "another value with the same expiry",
                Kept, Step, Visited, Kept with { Change = "renewed", ValueFingerprint = "11bb" }, StoreRead)
            .Fails("nothing new since the visit", Kept, Step, Visited, StoreRead)
            .Fails(
                "a later expiry before a page that waited was filled in",
                Visited, Kept, Kept with { ExpiresAt = Noon.AddDays(8) }, Step, TakenUp, StoreRead)
            .Fails(
                "the cookie for the box left alone",
                Kept with { ExpiresAt = null }, KeptApart, Step, Visited, Kept with { Change = "renewed", ExpiresAt = null }, StoreRead)
            .Passes("a cookie that the visit set first", Step, Visited, Kept, StoreRead)
            .Passes(
                "the cookie for the box, whatever the other does",
                Kept with { ExpiresAt = null }, KeptApart, Step, Visited, KeptApart with { ExpiresAt = Noon.AddDays(8) }, StoreRead)
            .Fails("a cookie without an expiry that was left alone", Kept with { ExpiresAt = null }, Step, Visited, StoreRead)
            .Passes(
                "an expiry where there was none",
                Kept with { ExpiresAt = null }, Step, Visited, Kept with { Change = "renewed" }, StoreRead)
            .Fails(
                "an expiry half a minute later",
                Kept, Step, Visited, Kept with { ExpiresAt = Noon.AddDays(7).AddSeconds(30) }, StoreRead)
            .Passes("an expiry a little later", Kept, Step, Visited, Kept with { ExpiresAt = Noon.AddDays(7).AddSeconds(31) }, StoreRead)
            .Fails(
                "a later expiry that the visit before gave",
                Kept, Visited, Kept with { ExpiresAt = Noon.AddDays(8) }, Step, Visited, StoreRead)
            .Passes(
                "a later expiry than the last, not than the first",
                Kept with { ExpiresAt = Noon.AddDays(9) }, Kept, Step, Visited, Kept with { ExpiresAt = Noon.AddDays(8) }, StoreRead)
            .Passes(
                "a visit in an earlier step",
                Kept, Step, Visited, Kept with { ExpiresAt = Noon.AddDays(8) }, Step, StoreRead)
            .Passes(
                "a later expiry than here, whatever there was on another device",
                Kept, Elsewhere(Kept with { ExpiresAt = Noon.AddDays(9) }),
                Step, Visited, Kept with { ExpiresAt = Noon.AddDays(8) }, StoreRead)
            .Passes(
                "a later expiry since the visit here, whoever visits on another device",
                Kept, Step, Visited, Kept with { ExpiresAt = Noon.AddDays(8) }, Elsewhere(Visited), StoreRead)
            .CannotTell("nobody who visited an app", Kept, Step, StoreRead)
            .CannotTell("a store that was not read", Kept, Step)
            .Or(new CookieWasRenewed(Sso, false))
            .Passes("nothing new, as demanded", Kept, Step, Visited, StoreRead)
            .CannotTell("nobody who visited an app, whatever is demanded", Kept, Step, StoreRead)
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
