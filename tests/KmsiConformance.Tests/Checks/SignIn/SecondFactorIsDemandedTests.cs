using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class SecondFactorIsDemandedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SecondFactorIsDemanded("groceries"))
            .Passes("the page for the second factor, and no code", Visited, AskedLogin, Prompt, Posted, Factor)
            .Passes("the same page again after a wrong code", Visited, AskedLogin, Prompt, Posted, Factor, FactorGiven, Factor)
            .Fails("a session without it", Visited, AskedLogin, Prompt, Posted, Code, Began("groceries"), AppPage)
            .Passes("the page of a site", VisitedOnSite, AskedLogin, Prompt, Posted, Factor)
            .CannotTell("a stranger that asks for it", Visited, AskedLogin, Factor with { Site = "stranger.localhost" }),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
