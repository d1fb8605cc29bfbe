using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieHasPrefixTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieHasPrefix(Sso, "__Host-"))
            .Passes("the prefix", Step, Kept with { Name = "__Host-session" }, StoreRead)
            .Fails("another prefix", Step, Kept with { Name = "__Secure-session" }, StoreRead)
            .Fails("the prefix in other letters, which servers may not know", Step, Kept with { Name = "__host-session" }, StoreRead)
            .Fails("the prefix in the middle", Step, Kept with { Name = "a__Host-session" }, StoreRead)
            .Fails("no prefix", Step, Kept, StoreRead)
            .CannotTell("a store that was not read", Kept, Step)
            .Or(new CookieHasPrefix(Sso, null))
            .Passes("no prefix where none is wanted", Step, Kept, StoreRead)
            .Fails("a prefix where none is wanted", Step, Kept with { Name = "__secure-session" }, StoreRead)
            .Fails("the other prefix where none is wanted", Step, Kept with { Name = "__Host-session" }, StoreRead)
            .Fails("a young prefix where none is wanted", Step, Kept with { Name = "__Http-session" }, StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
