using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieIsTheSameSinceSignInTests : CheckTests
{
    private static readonly CookieChanged Another = Kept with { ValueFingerprint = "11bb" };

    private static readonly Event[] SignedIn = [Posted, Began("groceries")];

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieIsTheSameSinceSignIn(Sso))
            .Passes("no change", [Step, .. SignedIn, Kept, StoreRead, Step, StoreRead])
            .Passes("the same value, set again", [Step, .. SignedIn, Kept, StoreRead, Step, Kept with { Change = "renewed" }, StoreRead])
            .Passes("another value before the sign-in was done", [Step, .. SignedIn, Another, Kept, StoreRead, Step, StoreRead])
            .Fails("another value", [Step, .. SignedIn, Kept, StoreRead, Step, Another, StoreRead])
            .Fails("the value of the sign-in before",
                [Step, .. SignedIn, Kept, StoreRead, Step, .. SignedIn, Another, StoreRead, Step, Kept, StoreRead])
            .Fails("no cookie any more", [Step, .. SignedIn, Kept, StoreRead, Step, Kept with { Change = "gone" }, StoreRead])
            .Fails("another value since a sign-in that was refused", [Step, .. SignedIn, Kept, StoreRead, Step, Posted, Another,
                Prompt, StoreRead, Step, StoreRead])
            .CannotTell("a store that was not read after the sign-in", [Step, .. SignedIn, Kept, Step, StoreRead])
            .CannotTell("a store that was not read now", [Step, .. SignedIn, Kept, StoreRead, Step])
            .CannotTell("nobody who signed in", Step, Kept, StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
