using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieIsAnotherAfterSignOutTests : CheckTests
{
    private static readonly CookieChanged Another = Kept with { ValueFingerprint = "11bb" };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieIsAnotherAfterSignOut(Sso))
            .Passes("another value", Step, Kept, StoreRead, Step, SignOutBegan, Another, StoreRead)
            .Passes("no cookie any more", Step, Kept, StoreRead, Step, SignOutBegan, Kept with { Change = "gone" }, StoreRead)
            .Fails("the value of before", Step, Kept, StoreRead, Step, SignOutBegan, StoreRead)
            .Fails("a value that was there once before", Step, Kept, Another, StoreRead, Step, SignOutBegan, Kept, StoreRead)
            .Fails("the value of before, set again", Step, Kept, StoreRead, Step, SignOutBegan, Kept with { Change = "renewed" }, StoreRead)
            .Fails("the value of before under another path",
                Step, Kept, StoreRead, Step, SignOutBegan, Kept with { Path = "/x" }, StoreRead)
            .Passes("the value of before the sign-in", Step, Kept, StoreRead, Step, Posted, Another, StoreRead, Step, SignOutBegan, Kept,
                StoreRead)
            .CannotTell("no such cookie before", Step, Kept with { Role = "flow" }, StoreRead, Step, SignOutBegan, StoreRead)
            .CannotTell("a store that was not read since", Step, Kept, StoreRead, Step, SignOutBegan)
            .CannotTell("nobody who signed out", Step, Kept, StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
