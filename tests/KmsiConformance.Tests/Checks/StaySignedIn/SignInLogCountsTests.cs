using KmsiConformance.Checks;
using KmsiConformance.Checks.StaySignedIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.StaySignedIn;

internal sealed class SignInLogCountsTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SignInLogCounts(50140, 1, null))
            .Passes("one entry", Step, Logged(50140, 0))
            .Fails("no entry", Step, Logged(0))
            .Fails("an empty log", Step, Logged())
            .Fails("two entries", Step, Logged(50140, 0, 50140))
            .Fails("a log that has two entries when it is read again", Step, Logged(50140), Logged(50140, 50140))
            .CannotTell("a target without a log", Step)
            .CannotTell("a log that was read in an earlier step", Step, Logged(), Step)
            .Or(new SignInLogCounts(50140, 1, "alice"))
            .Passes("one entry of hers", Step, Logged(50140, 0))
            .Or(new SignInLogCounts(50140, 1, "bob"))
            .Fails("an entry of somebody else", Step, Logged(50140)),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
