using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class PageNamesWhoIsSignedInTests : CheckTests
{
    private static readonly PageShown ShowsBob = Protected with { SignedInAs = "Hello bob!" };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new PageNamesWhoIsSignedIn("groceries", "alice"))
            .Passes("the user", VisitedOnSite, Protected with { SignedInAs = "Hello Alice!" })
            .Fails("somebody else who signed in before", Posted with { User = "bob" }, VisitedOnSite, ShowsBob)
            .CannotTell("somebody of whom nobody knows", VisitedOnSite, Protected with { SignedInAs = "Hello A. Smith!" })
            .CannotTell("a longer name", VisitedOnSite, Protected with { SignedInAs = "Hello alice@example.com!" })
            .CannotTell("a page that names nobody", VisitedOnSite, Protected)
            .CannotTell("another page", VisitedOnSite, HomePage with { SignedInAs = "Hello alice!" }),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
