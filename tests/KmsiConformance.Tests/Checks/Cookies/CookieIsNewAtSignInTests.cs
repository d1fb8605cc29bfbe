using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieIsNewAtSignInTests : CheckTests
{
    private static readonly CookieChanged Before = Kept with { ValueFingerprint = "11bb" };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieIsNewAtSignIn(Sso))
            .Passes("a cookie that the sign-in set", StoreRead, Posted, Step, Kept, StoreRead)
            .Passes("another value than before", Before, StoreRead, Posted, Step, Kept, StoreRead)
            .Fails("the cookie that was there before", Before with { ValueFingerprint = "00aa" }, StoreRead, Posted, Step, StoreRead)
            .Fails("a value that was there once before", Kept, Before, StoreRead, Posted, Step, Kept with { Change = "renewed" }, StoreRead)
            .Fails("a value that was there before the last of two sign-ins", StoreRead, Posted, Kept, Posted, Step, StoreRead)
            .Passes(
                "the value that another cookie had before",
                Kept with { Name = "flow", Role = "flow" }, StoreRead, Posted, Step, Kept, StoreRead)
            .Passes("a value that was there before on another device", Elsewhere(Kept), StoreRead, Posted, Step, Kept, StoreRead)
            .CannotTell("a store that was not read before", Posted, Step, Kept, StoreRead)
            .CannotTell("a store that was not read since", StoreRead, Posted, Kept, Step)
            .CannotTell("a store that was read before on another device", Elsewhere(StoreRead), Posted, Step, Kept, StoreRead)
            .CannotTell("somebody who signed in on another device", StoreRead, Elsewhere(Posted), Step, Kept, StoreRead)
            .CannotTell("nobody who signed in", StoreRead, Step, Kept, StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
