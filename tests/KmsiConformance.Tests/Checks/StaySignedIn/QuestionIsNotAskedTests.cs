using KmsiConformance.Checks;
using KmsiConformance.Checks.StaySignedIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.StaySignedIn;

internal sealed class QuestionIsNotAskedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new QuestionIsNotAsked())
            .Passes("a sign-in without it", Visited, AskedLogin, Prompt, Posted, Code, Began("groceries"), AppPage)
            .Passes(
                "a page on another device",
                Visited, AskedLogin, Prompt, Posted, Elsewhere(Question), Code, Began("groceries"), AppPage)
            .Fails(
                "the page of the login endpoint",
                Visited, AskedLogin, Prompt, Posted, Question, QuestionAnswered, Code, Began("groceries"), AppPage)
            .CannotTell("a sign-in that was rejected", Visited, AskedLogin, Prompt, Posted, Prompt)
            .CannotTell("a silent sign-in, which asks nobody", Visited, AskedLogin, Code, Began("groceries"), AppPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
