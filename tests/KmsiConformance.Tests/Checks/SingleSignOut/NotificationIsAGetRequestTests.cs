using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SingleSignOut;

internal sealed class NotificationIsAGetRequestTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new NotificationIsAGetRequest()).Given(ReadyApps)
            .Passes("a call by GET", SignOutBegan, AtLogout, Told("pharmacy"))
            .Fails("a call by POST", SignOutBegan, AtLogout, Told("pharmacy"), Told("bakery", "POST"))
            .CannotTell("no call", SignOutBegan, AtLogout),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
