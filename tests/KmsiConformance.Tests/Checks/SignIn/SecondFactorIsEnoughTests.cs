using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class SecondFactorIsEnoughTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SecondFactorIsEnough("groceries"))
            .Passes("the second factor and nothing else", Visited, AskedLogin, Factor, FactorGiven, Code, Began("groceries"), AppPage)
            .Fails("a password as well", Visited, AskedLogin, Prompt, Posted, Factor, FactorGiven, Code, Began("groceries"), AppPage)
            .Fails("nothing at all", Visited, AskedLogin, Code, Began("groceries"), AppPage)
            .Passes("the second factor of a site and nothing else", VisitedOnSite, AskedLogin, Factor, FactorGiven, Protected)
            .Fails("a password as well at a site", VisitedOnSite, AskedLogin, Prompt, Posted, Factor, FactorGiven, Protected)
            .CannotTell("another question of a site", VisitedOnSite, AskedLogin, Factor, FactorGiven, QuestionAnswered, Protected)
            .CannotTell(
                "a session although the page was left unanswered",
                Visited, AskedLogin, Factor, Code, Began("groceries"), AppPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
