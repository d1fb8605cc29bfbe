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
            .Passes("one with the answer of an earlier step", Visited, State("groceries"), Code, Step)
            .Passes("one with the last answer, although another visit has begun", Visited, State("groceries"), Code, Visited)
            .Passes("one, whatever another app is answered since", Visited, State("groceries"), Code, Code with { App = "pharmacy" })
            .Passes("one, whatever app was visited since", Visited, State("groceries"), Visited with { App = "pharmacy" }, Code)
            .Passes(
                "one with its last answer, where another app is answered after the next visit",
                Visited, State("groceries"), Code, Visited, Code with { App = "pharmacy" })
            .Passes("one since the visit here, whoever visits on another device", Visited, State("groceries"), Elsewhere(Visited), Code)
            .Fails("the one of another app", Visited, State("pharmacy"), Code)
            .Fails("a first one in order and then one with a space", Visited, State("groceries"),
                State("groceries") with { HasSpace = true }, Code)
            .Fails("one that came on another device", Visited, Elsewhere(State("groceries")), Code)
            .CannotTell(
                "an answer on another device", Elsewhere(Visited), Elsewhere(State("groceries")), Elsewhere(Code), Step)
            .CannotTell("an app that has had no answer", Visited),
    ];

    private static SessionStateReceived State(string app) => new(app, "00aa", false);

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
