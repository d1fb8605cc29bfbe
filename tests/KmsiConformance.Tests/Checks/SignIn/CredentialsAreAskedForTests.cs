using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class CredentialsAreAskedForTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CredentialsAreAskedFor("groceries"))
            .Passes("the credential page of the login endpoint", Visited, AskedLogin, Prompt)
            .Fails("a silent sign-in", Visited, AskedLogin, Code, Began("groceries"), AppPage)
            .Fails("credentials that were rejected", Visited, AskedLogin, Prompt, Posted, Prompt)
            .CannotTell("the credential page of a stranger", Visited, AskedLogin, Prompt with { Site = "stranger.localhost" }),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
