using KmsiConformance.Checks;
using KmsiConformance.Checks.StaySignedIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.StaySignedIn;

internal sealed class QuestionIsAskedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new QuestionIsAsked())
            .Passes("the page of the login endpoint", Visited, AskedLogin, Prompt, Posted, Question)
            .Fails("a sign-in without it", Visited, AskedLogin, Prompt, Posted, Code, Began("groceries"), AppPage)
            .Fails("the page of a stranger", Visited, AskedLogin, Question with { Site = "stranger.localhost" })
            .Passes(
                "a page here, whoever visits on another device since",
                Visited, AskedLogin, Prompt, Posted, Question, Elsewhere(Visited), StoreRead)
            .Passes("the page after a page that waited", TakenUp, Posted, Question)
            .Fails("a sign-in without it on a page that waited", TakenUp, Posted, Code, Began("groceries"), AppPage)
            .CannotTell("the page of a visit before a page that waited", Visited, Prompt, Posted, Question, TakenUp, Posted, Prompt)
            .Passes("a page of an earlier step", Visited, AskedLogin, Prompt, Posted, Question, Step)
            .Passes(
                "the page of the login endpoint after a stranger's",
                Visited, AskedLogin, Question with { Site = "stranger.localhost" }, Prompt, Posted, Question)
            .CannotTell(
                "the page of a visit before", Visited, AskedLogin, Prompt, Posted, Question, Code, Began("groceries"), Visited, AskedLogin)
            .CannotTell(
                "a page on another device",
                Elsewhere(Visited), Elsewhere(AskedLogin), Elsewhere(Prompt), Elsewhere(Posted), Elsewhere(Question), Step)
            .CannotTell("a page that comes where no app was visited", Question)
            .CannotTell("a sign-in that was rejected", Visited, AskedLogin, Prompt, Posted, Prompt)
            .CannotTell("a silent sign-in, which asks nobody", Visited, AskedLogin, Code, Began("groceries"), AppPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
