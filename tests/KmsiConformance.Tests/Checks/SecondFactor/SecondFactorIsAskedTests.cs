using KmsiConformance.Checks;
using KmsiConformance.Checks.SecondFactor;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SecondFactor;

internal sealed class SecondFactorIsAskedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SecondFactorIsAsked())
            .Passes("the page of the login endpoint", Visited, AskedLogin, Prompt, Posted, Factor)
            .Fails("a session without it", Visited, AskedLogin, Prompt, Posted, Code, Began("groceries"), AppPage)
            .Fails("the page of a stranger", Visited, AskedLogin, Factor with { Site = "stranger.localhost" })
            .CannotTell("a sign-in that got stuck before", Visited, AskedLogin, Prompt)
            .CannotTell("another question", Visited, AskedLogin, Prompt, Posted, Question)
            .CannotTell("no visit"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
