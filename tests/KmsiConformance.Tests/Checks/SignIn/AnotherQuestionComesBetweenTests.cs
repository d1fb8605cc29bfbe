using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class AnotherQuestionComesBetweenTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new AnotherQuestionComesBetween("groceries"))
            .Passes("the choice between accounts", Visited, AskedLogin, Choice)
            .Fails("a silent sign-in", Visited, AskedLogin, Code, Began("groceries"), AppPage)
            .Fails("a page that asks for credentials", Visited, AskedLogin, Prompt)
            .CannotTell("a page that nobody recognises", Visited, AskedLogin, OddPage)
            .Passes("whether to stay signed in, asked by a site", VisitedOnSite, AskedLogin, Question)
            .Passes("the choice between accounts of a site", VisitedOnSite, AskedLogin, Choice)
            .Passes("consent that a site asks for", VisitedOnSite, AskedLogin, Question with { Kind = "consent" }),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
