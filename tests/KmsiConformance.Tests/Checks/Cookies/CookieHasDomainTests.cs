using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieHasDomainTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieHasDomain(Sso, "host-only"))
            .Passes("a cookie of one host", Step, Kept, StoreRead)
            .Fails("one of every host below it", Step, Kept with { Domain = ".login.localhost" }, StoreRead)
            .CannotTell("a store that was not read", Kept, Step)
            .Or(new CookieHasDomain(Sso, "login.localhost"))
            .Passes("a cookie of the domain, in any case", Step, Kept with { Domain = ".Login.localhost" }, StoreRead)
            .Fails("a cookie of one host where a domain is demanded", Step, Kept, StoreRead)
            .Fails("one of another domain", Step, Kept with { Domain = ".localhost" }, StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
