using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SingleSignOut;

internal sealed class NotificationNamesTheIssuerTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new NotificationNamesTheIssuer("pharmacy"))
            .Passes("the iss of the id_token", Began("pharmacy"), Told("pharmacy"))
            .Passes("the iss alone", Began("pharmacy"), Told("pharmacy") with { SessionFingerprint = null })
            .Passes("an earlier step", Began("pharmacy"), Told("pharmacy"), Step)
            .Fails("the iss of somebody else", Began("pharmacy"), Told("pharmacy") with { Issuer = "https://stranger.localhost" })
            .CannotTell("no iss", Began("pharmacy"), Told("pharmacy") with { Issuer = null })
            .CannotTell("another app", Began("pharmacy"), Told("bakery"))
            .CannotTell("an app that was not told", Began("pharmacy"))
            .CannotTell("an app that signed nobody in", Told("pharmacy")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
