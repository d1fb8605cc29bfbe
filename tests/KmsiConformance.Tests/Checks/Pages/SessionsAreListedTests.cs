using KmsiConformance.Checks;
using KmsiConformance.Checks.Pages;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Pages;

internal sealed class SessionsAreListedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SessionsAreListed(2))
            .Passes("both in the list", new SessionsListed("alice", 2))
            .Fails("one that is missing", new SessionsListed("alice", 1))
            .Fails("one that is over", new SessionsListed("alice", 3))
            .CannotTell("nobody who looked")
            .CannotTell("a look in an earlier step", new SessionsListed("alice", 2), Step)
            .Or(new SessionsAreListed(0))
            .Passes("an empty list", new SessionsListed("alice", 0)),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
