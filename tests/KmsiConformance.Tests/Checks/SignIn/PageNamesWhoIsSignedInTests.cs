using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class PageNamesWhoIsSignedInTests : CheckTests
{
    private static readonly PageShown ShowsBob = Protected with { SignedInAs = "Hello bob!" };

    private static readonly RequestForged ForgedByBob =
        new(Forged.SignIn, "bob", "POST", "https://login.localhost/sign-in", "login");

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new PageNamesWhoIsSignedIn("groceries", "alice"))
            .Passes("the user", VisitedOnSite, Protected with { SignedInAs = "Hello Alice!" })
            .Fails("somebody else who signed in before", Posted with { User = "bob" }, VisitedOnSite, ShowsBob)
            .Fails("somebody whose sign-in a stranger's page has sent", ForgedByBob, Step, VisitedOnSite, ShowsBob)
            .CannotTell("somebody of whom nobody knows", VisitedOnSite, Protected with { SignedInAs = "Hello A. Smith!" })
            .CannotTell("a longer name", VisitedOnSite, Protected with { SignedInAs = "Hello alice@example.com!" })
            .CannotTell("a page without a sign of a session", VisitedOnSite, Unmarked with { SignedInAs = "alice" })
            .CannotTell("a page that names nobody", VisitedOnSite, Protected)
            .Passes("the user in capitals", VisitedOnSite, Protected with { SignedInAs = "ALICE" })
            .Passes("the user at the end of a sentence", VisitedOnSite, Protected with { SignedInAs = "You are alice." })
            .Passes("the user after another page", VisitedOnSite, HomePage, Protected with { SignedInAs = "alice" })
            .Fails("somebody else who signed in on another device", Elsewhere(Posted with { User = "bob" }), Step, VisitedOnSite, ShowsBob)
            .Fails("one of several who signed in before", Posted, Posted with { User = "bob" }, Posted, Step, VisitedOnSite, ShowsBob)
            .CannotTell("the user of whom another page told in an earlier step", Protected with { SignedInAs = "alice" }, Step)
            .CannotTell(
                "the protected page of another app",
                VisitedOnSite, Protected with { ProtectedBy = ["pharmacy"], SignedInAs = "alice" })
            .CannotTell("another page after one that names the user", VisitedOnSite, Protected with { SignedInAs = "alice" }, HomePage)
            .CannotTell("a part of the name of somebody who did sign in", Posted with { User = "bobby" }, VisitedOnSite, ShowsBob)
            .CannotTell("another page", VisitedOnSite, HomePage with { SignedInAs = "Hello alice!" }),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
