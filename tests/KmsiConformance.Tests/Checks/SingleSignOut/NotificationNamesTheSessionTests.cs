using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SingleSignOut;

internal sealed class NotificationNamesTheSessionTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new NotificationNamesTheSession("pharmacy"))
            .Passes("the iss and sid of the id_token", Began("pharmacy"), Told("pharmacy"))
            .Fails("neither", Began("pharmacy"), Told("pharmacy") with { Issuer = null, SessionFingerprint = null })
            .Fails("the iss alone", Began("pharmacy"), Told("pharmacy") with { SessionFingerprint = null })
            .Fails("the sid of another session", Began("pharmacy"), Told("pharmacy") with { SessionFingerprint = "07e4" })
            .Fails("the iss of somebody else", Began("pharmacy"), Told("pharmacy") with { Issuer = "https://stranger.localhost" })
            .CannotTell("an app that was not told", Began("pharmacy"))
            .CannotTell("an app that signed nobody in", Told("pharmacy")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
