using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieIsTheSameSinceSignInTests : CheckTests
{
    private static readonly CookieChanged Another = Kept with { ValueFingerprint = "11bb" };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieIsTheSameSinceSignIn(Sso))
            .Passes("no change", Step, Posted, Kept, StoreRead, Step, StoreRead)
            .Passes("the same value, set again", Step, Posted, Kept, StoreRead, Step, Kept with { Change = "renewed" }, StoreRead)
            .Passes("another value before the sign-in was done", Step, Posted, Another, Kept, StoreRead, Step, StoreRead)
            .Fails("another value", Step, Posted, Kept, StoreRead, Step, Another, StoreRead)
            .Fails("the value of the sign-in before",
                Step, Posted, Kept, StoreRead, Step, Posted, Another, StoreRead, Step, Kept, StoreRead)
            .Fails("no cookie any more", Step, Posted, Kept, StoreRead, Step, Kept with { Change = "gone" }, StoreRead)
            .CannotTell("a store that was not read after the sign-in", Step, Posted, Kept, Step, StoreRead)
            .CannotTell("a store that was not read now", Step, Posted, Kept, StoreRead, Step)
            .CannotTell("nobody who signed in", Step, Kept, StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
