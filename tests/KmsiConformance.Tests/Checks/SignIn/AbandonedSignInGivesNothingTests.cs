using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class AbandonedSignInGivesNothingTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new AbandonedSignInGivesNothing("groceries"))
            .Passes("a question left open, and no code", Visited, AskedLogin, Prompt, Posted, Question, QuestionLeft)
            .Fails(
                "a session although the question was left open",
                Visited, AskedLogin, Prompt, Posted, Question, QuestionLeft, Code, Began("groceries"), AppPage)
            .CannotTell("a page that nobody recognises", Visited, AskedLogin, Prompt, Posted, OddPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
