using KmsiConformance.Checks;
using KmsiConformance.Checks.OpenId;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.OpenId;

internal sealed class SessionStateComesWithTheAnswerTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SessionStateComesWithTheAnswer("groceries"))
            .Passes("an answer with one", Visited, new SessionStateReceived("groceries", "00aa", false), Code)
            .Fails("an answer without one", Visited, Code)
            .Fails("one with a space", Visited, new SessionStateReceived("groceries", "00aa", true), Code)
            .Fails(
                "one that came with the answer before",
                Visited, new SessionStateReceived("groceries", "00aa", false), Code, Visited, Code)
            .CannotTell("an app that has had no answer", Visited),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
