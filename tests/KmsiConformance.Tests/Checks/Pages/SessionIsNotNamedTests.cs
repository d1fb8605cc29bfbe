using KmsiConformance.Checks;
using KmsiConformance.Checks.Pages;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Pages;

internal sealed class SessionIsNotNamedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SessionIsNotNamed(SessionPlaces.Addresses))
            .Passes("addresses without it", InAddresses)
            .Fails("an address that names it", InAddresses with { Found = ["https://login.localhost/account?session=***"] })
            .CannotTell("no cookie that holds a session", InAddresses with { Cookies = [] })
            .CannotTell("nothing that was asked for", InAddresses with { Searched = 0 })
            .CannotTell("nobody who looked")
            .CannotTell("somebody who looked elsewhere", InAddresses with { In = SessionPlaces.Storage })
            .CannotTell("a look in an earlier step", InAddresses, Step)
            .Or(new SessionIsNotNamed(SessionPlaces.Storage))
            .Passes("a storage with nothing in it", InAddresses with { In = SessionPlaces.Storage, Searched = 0 })
            .Fails("a storage that holds it", InAddresses with { In = SessionPlaces.Storage, Found = ["the value of session"] }),
    ];

    private static SessionSought InAddresses => new(SessionPlaces.Addresses, ["session"], 5, []);

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
