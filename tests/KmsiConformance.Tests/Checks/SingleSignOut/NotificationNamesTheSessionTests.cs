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
            .Fails("the sid alone", Began("pharmacy"), Told("pharmacy") with { Issuer = null })
            .Fails("an id_token that names no session", Nameless, Told("pharmacy"))
            .Passes("both in an earlier step", Began("pharmacy"), Told("pharmacy"), Step)
            .Passes("those of the last session", Nameless, Began("pharmacy"), Told("pharmacy"))
            .Passes(
                "both at the last sign-out",
                Began("pharmacy"), Told("pharmacy") with { SessionFingerprint = "07e4" }, Told("pharmacy"))
            .Passes("both, whatever another app is told", Began("pharmacy"), Told("pharmacy"), Told("bakery") with { Issuer = null })
            .Passes("both, whatever session another app has", Began("pharmacy"), Nameless with { App = "bakery" }, Told("pharmacy"))
            .CannotTell("an app that was told on another device", Began("pharmacy"), Elsewhere(Told("pharmacy")), Step)
            .CannotTell("an app that signed somebody in on another device", Elsewhere(Began("pharmacy")), Told("pharmacy"))
            .CannotTell("an app that was not told", Began("pharmacy"))
            .CannotTell("an app that signed nobody in", Told("pharmacy")),
    ];

    private static AppSessionStarted Nameless =>
        Began("pharmacy") with { Claims = Began("pharmacy").Claims.Where(claim => claim.Key != "sid").ToDictionary() };

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
