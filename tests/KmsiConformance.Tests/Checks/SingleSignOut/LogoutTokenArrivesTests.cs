using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SingleSignOut;

internal sealed class LogoutTokenArrivesTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new LogoutTokenArrives("pharmacy", 1)).Given(ReadyApps)
            .Passes("a token in order", SignOutBegan, AtLogout, new LogoutTokenReceived("pharmacy", null, 1, 200))
            .Fails("a token that was refused", SignOutBegan, AtLogout, new LogoutTokenReceived("pharmacy", "it has a nonce", 1, 200))
            .Fails("no token", SignOutBegan, AtLogout)
            .Fails("the token of another app", SignOutBegan, AtLogout, new LogoutTokenReceived("bakery", null, 1, 200))
            .Fails("two tokens", SignOutBegan, AtLogout, new LogoutTokenReceived("pharmacy", null, 1, 200),
                new LogoutTokenReceived("pharmacy", null, 1, 200))
            .CannotTell("a sign-out that did not reach the login endpoint", SignOutBegan, new LogoutTokenReceived("pharmacy", null, 1, 200))
            .Or(new LogoutTokenArrives("pharmacy", 0))
            .Passes("no token where none is due", SignOutBegan, AtLogout)
            .Fails("a token where none is due", SignOutBegan, AtLogout, new LogoutTokenReceived("pharmacy", null, 1, 200)),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
