using KmsiConformance.Checks;
using KmsiConformance.Checks.SecondFactor;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SecondFactor;

internal sealed class SecondFactorIsNotAskedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SecondFactorIsNotAsked())
            .Passes("a session without it", Visited, AskedLogin, Prompt, Posted, Code, Began("groceries"), AppPage)
            .Passes(
                "a page of the visit before",
                Visited, AskedLogin, Factor, FactorGiven, Code, Began("groceries"), Visited, AskedLogin, Code, Began("groceries"), AppPage)
            .Fails(
                "the page of the login endpoint",
                Visited, AskedLogin, Prompt, Posted, Factor, FactorGiven, Code, Began("groceries"), AppPage)
            .CannotTell("a sign-in that got stuck before", Visited, AskedLogin, Prompt),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
